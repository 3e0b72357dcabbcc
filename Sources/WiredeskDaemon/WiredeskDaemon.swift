// WiredeskDaemon
