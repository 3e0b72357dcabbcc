#ifndef WIREDESK_CSQLITE_H
#define WIREDESK_CSQLITE_H

// Swift cannot call sqlite3_config, which is variadic.

// SQLITE_CONFIG_MEMSTATUS off: without it each allocation takes a lock that all threads share, to count bytes that
// nobody asks for (sqlite.org/c3ref/c_config_covering_index_scan.html). To be called before the library is first
// used; SQLITE_MISUSE, and nothing else, if that has happened.
int sqlite3_config_without_memory_statistics(void);

#endif
