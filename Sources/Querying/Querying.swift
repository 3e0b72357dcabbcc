// Querying
