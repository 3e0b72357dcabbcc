#define _GNU_SOURCE
#include "CPlatform.h"

#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <malloc.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

size_t cplatform_unix_path_limit(void) { return sizeof(((struct sockaddr_un *)0)->sun_path) - 1; }

int cplatform_unix_stream_socket(void) { return socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0); }

int cplatform_unix_datagram_socket(void) { return socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0); }

/* 0 if the path is empty or too long. An abstract name has no closing NUL: its length says where it ends. */
static socklen_t fill_address(struct sockaddr_un *address, const char *path, size_t length) {
    if (length == 0 || length > cplatform_unix_path_limit()) {
        errno = ENAMETOOLONG;
        return 0;
    }
    memset(address, 0, sizeof *address);
    address->sun_family = AF_UNIX;
    memcpy(address->sun_path, path, length);
    if (path[0] != '@') return sizeof *address;
    address->sun_path[0] = '\0';
    return (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length);
}

int cplatform_unix_bind(int descriptor, const char *path, size_t length) {
    struct sockaddr_un address;
    socklen_t size = fill_address(&address, path, length);
    if (size == 0) return -1;
    return bind(descriptor, (const struct sockaddr *)&address, size);
}

int cplatform_unix_connect(int descriptor, const char *path, size_t length) {
    struct sockaddr_un address;
    socklen_t size = fill_address(&address, path, length);
    if (size == 0) return -1;
    return connect(descriptor, (const struct sockaddr *)&address, size);
}

int cplatform_accept(int descriptor) { return accept4(descriptor, NULL, NULL, SOCK_CLOEXEC); }

int cplatform_peer_credentials(int descriptor, int32_t *process, uint32_t *user, uint32_t *group) {
    struct ucred credentials;
    socklen_t size = sizeof credentials;
    if (getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &size) != 0) return -1;
    *process = credentials.pid;
    *user = credentials.uid;
    *group = credentials.gid;
    return 0;
}

int cplatform_is_unix_listener(int descriptor) {
    int domain = 0, type = 0, listening = 0;
    socklen_t size = sizeof(int);
    if (getsockopt(descriptor, SOL_SOCKET, SO_DOMAIN, &domain, &size) != 0) return -1;
    size = sizeof(int);
    if (getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &size) != 0) return -1;
    size = sizeof(int);
    if (getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listening, &size) != 0) return -1;
    return domain == AF_UNIX && type == SOCK_STREAM && listening;
}

static int set_timeout(int descriptor, int option, int64_t milliseconds) {
    struct timeval value = {.tv_sec = milliseconds / 1000, .tv_usec = (milliseconds % 1000) * 1000};
    return setsockopt(descriptor, SOL_SOCKET, option, &value, sizeof value);
}

int cplatform_set_receive_timeout(int descriptor, int64_t milliseconds) {
    return set_timeout(descriptor, SO_RCVTIMEO, milliseconds);
}

int cplatform_set_send_timeout(int descriptor, int64_t milliseconds) {
    return set_timeout(descriptor, SO_SNDTIMEO, milliseconds);
}

int cplatform_lock_exclusively(int descriptor) { return flock(descriptor, LOCK_EX | LOCK_NB); }

int cplatform_set_close_on_exec(int descriptor) { return fcntl(descriptor, F_SETFD, FD_CLOEXEC); }

int cplatform_set_nonblocking(int descriptor, bool on) {
    int flags = fcntl(descriptor, F_GETFL);
    if (flags < 0) return -1;
    return fcntl(descriptor, F_SETFL, on ? flags | O_NONBLOCK : flags & ~O_NONBLOCK);
}

int cplatform_open(const char *path, int flags, mode_t mode) { return open(path, flags | O_CLOEXEC, mode); }

int cplatform_terminal_columns(int descriptor) {
    struct winsize size;
    if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return 0;
    return size.ws_col;
}

static int signal_pipe[2] = {-1, -1};
static pthread_mutex_t signal_pipe_lock = PTHREAD_MUTEX_INITIALIZER;

static void report_signal(int number) {
    int saved = errno;
    unsigned char byte = (unsigned char)number;
    /* A full pipe already holds what is to be said: the writing end does not block. */
    ssize_t ignored = write(signal_pipe[1], &byte, 1);
    (void)ignored;
    errno = saved;
}

int cplatform_watch_signals(const int *signals, size_t count) {
    int result = -1;
    pthread_mutex_lock(&signal_pipe_lock);
    if (signal_pipe[0] < 0) {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0) goto done;
        if (cplatform_set_nonblocking(ends[1], true) != 0) goto done;
        signal_pipe[0] = ends[0];
        signal_pipe[1] = ends[1];
    }
    for (size_t index = 0; index < count; index++) {
        struct sigaction action = {.sa_handler = report_signal, .sa_flags = SA_RESTART};
        sigfillset(&action.sa_mask);
        if (sigaction(signals[index], &action, NULL) != 0) goto done;
    }
    result = signal_pipe[0];
done:
    pthread_mutex_unlock(&signal_pipe_lock);
    return result;
}

void cplatform_name_thread(const char *name) {
    char cut[16];
    strncpy(cut, name, sizeof cut - 1);
    cut[sizeof cut - 1] = '\0';
    pthread_setname_np(pthread_self(), cut);
}

void cplatform_limit_heaps(int count) { mallopt(M_ARENA_MAX, count); }

/* Whether the loader has written into pages that are not to be written. */
static bool has_text_relocations(const struct dl_phdr_info *object) {
    for (size_t index = 0; index < object->dlpi_phnum; index++) {
        const ElfW(Phdr) *segment = &object->dlpi_phdr[index];
        if (segment->p_type != PT_DYNAMIC) continue;
        const ElfW(Dyn) *entry = (const ElfW(Dyn) *)(object->dlpi_addr + segment->p_vaddr);
        for (; entry->d_tag != DT_NULL; entry++) {
            if (entry->d_tag == DT_TEXTREL) return true;
            if (entry->d_tag == DT_FLAGS && entry->d_un.d_val & DF_TEXTREL) return true;
        }
    }
    return false;
}

static int unmap_unwritten_segments(struct dl_phdr_info *object, size_t size, void *page_size) {
    (void)size;
    uintptr_t page = *(const uintptr_t *)page_size;
    if (has_text_relocations(object)) return 0;
    for (size_t index = 0; index < object->dlpi_phnum; index++) {
        const ElfW(Phdr) *segment = &object->dlpi_phdr[index];
        if (segment->p_type != PT_LOAD || segment->p_flags & PF_W) continue;
        uintptr_t start = (object->dlpi_addr + segment->p_vaddr) & ~(page - 1);
        uintptr_t end = object->dlpi_addr + segment->p_vaddr + segment->p_filesz;
        madvise((void *)start, end - start, MADV_DONTNEED);
    }
    return 0;
}

void cplatform_release_code(void) {
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    dl_iterate_phdr(unmap_unwritten_segments, &page);
}

const char *cplatform_error_text(int number, char *buffer, size_t size) { return strerror_r(number, buffer, size); }

int cplatform_file_identity(const char *path, uint64_t *device, uint64_t *inode, int64_t *birth) {
    struct statx status;
    if (statx(AT_FDCWD, path, 0, STATX_INO | STATX_BTIME, &status) != 0) return -1;
    *device = (uint64_t)status.stx_dev_major << 32 | status.stx_dev_minor;
    *inode = status.stx_ino;
    *birth = status.stx_mask & STATX_BTIME ? status.stx_btime.tv_sec * 1000000000 + status.stx_btime.tv_nsec : 0;
    return 0;
}
