#ifndef WIREDESK_CPLATFORM_H
#define WIREDESK_CPLATFORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "Conversion.h"

/*
 * What Swift cannot say about glibc: names hidden behind _GNU_SOURCE, variadic functions, and
 * structures that end in an array. Every function returns -1 and sets errno as the call it wraps does.
 */

/* The longest path that fits sockaddr_un (unix(7)), without its closing NUL. */
size_t cplatform_unix_path_limit(void);

/* A stream socket, close-on-exec. */
int cplatform_unix_stream_socket(void);

/* A datagram socket, close-on-exec. */
int cplatform_unix_datagram_socket(void);

/* Binds or connects to `path` of `length` bytes; a leading '@' names the abstract namespace. */
int cplatform_unix_bind(int descriptor, const char *path, size_t length);
int cplatform_unix_connect(int descriptor, const char *path, size_t length);

/* accept4(2) with SOCK_CLOEXEC. */
int cplatform_accept(int descriptor);

/* Who is at the other end of a connected Unix socket (SO_PEERCRED). */
int cplatform_peer_credentials(int descriptor, int32_t *process, uint32_t *user, uint32_t *group);

/* Whether `descriptor` is a listening Unix stream socket: 1, 0, or -1. */
int cplatform_is_unix_listener(int descriptor);

/* SO_RCVTIMEO and SO_SNDTIMEO, in milliseconds; 0 waits for ever. */
int cplatform_set_receive_timeout(int descriptor, int64_t milliseconds);
int cplatform_set_send_timeout(int descriptor, int64_t milliseconds);

/* flock(2) with LOCK_EX | LOCK_NB. */
int cplatform_lock_exclusively(int descriptor);

int cplatform_set_close_on_exec(int descriptor);
int cplatform_set_nonblocking(int descriptor, bool on);

/* open(2) with O_CLOEXEC added. */
int cplatform_open(const char *path, int flags, mode_t mode);

/*
 * Device, inode and time of birth of a file (statx(2)); the birth in nanoseconds since 1970, 0 where the file
 * system does not know.
 */
int cplatform_file_identity(const char *path, uint64_t *device, uint64_t *inode, int64_t *birth);

/* Columns of the terminal behind `descriptor`, or 0 where there is none. */
int cplatform_terminal_columns(int descriptor);

/*
 * Makes each of `signals` write its number as one byte to a pipe instead of its default action, and returns
 * the pipe's reading end. The handler only calls write(2), which signal-safety(7) allows. One pipe per process:
 * a second call adds its signals to the same one.
 */
int cplatform_watch_signals(const int *signals, size_t count);

/* Names the calling thread for top and debuggers; what is longer than 15 bytes is cut. */
void cplatform_name_thread(const char *name);

/* Heaps that malloc(3) makes for threads at most (M_ARENA_MAX). */
void cplatform_limit_heaps(int count);

/*
 * Takes the pages of the program and its libraries that nobody writes to out of this process (MADV_DONTNEED in madvise(2)).
 * They stay in the system's file cache, and what is used again comes back at a minor fault for sixteen of them.
 */
void cplatform_release_code(void);

/* strerror_r(3), the GNU form: a text that is always there. */
const char *cplatform_error_text(int number, char *buffer, size_t size);

#endif
