// Preloaded into the program: appends to the file TRACE what it does to the files of the folder
// TRACED, and when it answers. With NO_SYNC set every sync says yes and does nothing, as the
// control of the campaigns: then what was acknowledged must be found missing. LOSE_AFTER=N ends the
// ext4 under TRACED after the N-th of these calls; with LOSE_LATER=MICROSECONDS beside what follows.
// KILL_AFTER=N kills the process after the N-th of them.
//
// One record per call, after it was done: struct Call, then the name, then the bytes.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

struct __attribute__((packed)) Call {
    uint8_t kind;  // see below, at each call
    int32_t error;
    uint64_t nanoseconds;  // CLOCK_MONOTONIC
    uint32_t process, thread;
    uint64_t inode;
    uint64_t offset;
    uint32_t name_size, size;
};

enum { most_files = 1024, answer_size = 16 };
static uint64_t inodes[most_files];  // of the descriptors in the folder; 0: none of ours
static char* folders[most_files];    // the paths of those that are folders
static const char* folder;
static int trace = -1;
static int syncs_are_lost;

__attribute__((constructor)) static void begin(void) {
    folder = getenv("TRACED");
    syncs_are_lost = getenv("NO_SYNC") != NULL;
    const char* path = getenv("TRACE");
    if (path != NULL && folder != NULL) {
        trace = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
}

static void* lose(void* later) {
    usleep((useconds_t)(uintptr_t)later);
    const uint32_t without_flushing_the_log = 2;
    const int root = (int)syscall(SYS_openat, AT_FDCWD, folder, O_RDONLY | O_CLOEXEC);
    syscall(SYS_ioctl, root, 0x8004587DU /* EXT4_IOC_SHUTDOWN */, &without_flushing_the_log);
    return NULL;
}

static void kill_in_turn(void) {
    static atomic_int calls;
    const char* last = getenv("KILL_AFTER");
    if (last != NULL && ++calls == atoi(last)) {
        kill(getpid(), SIGKILL);
    }
}

static void lose_in_turn(void) {
    static atomic_int calls;
    const char* later = getenv("LOSE_LATER");
    if (getenv("LOSE_AFTER") == NULL || ++calls != atoi(getenv("LOSE_AFTER"))) {
        return;
    }
    pthread_t beside;
    if (later == NULL) {
        lose(NULL);
    } else {
        pthread_create(&beside, NULL, lose, (void*)(uintptr_t)atoi(later));
    }
}

#define REAL(name)                            \
    static __typeof__(&name) real;            \
    if (real == NULL) {                       \
        real = (__typeof__(real))dlsym(RTLD_NEXT, #name); \
    }

static void note(char kind, int error, uint64_t inode, uint64_t offset, const char* name,
                 const void* bytes, size_t size) {
    if (trace < 0) {
        return;
    }
    const int kept = errno;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    struct Call call = {(uint8_t)kind, error, (uint64_t)now.tv_sec * 1000000000U + (uint64_t)now.tv_nsec,
                        (uint32_t)getpid(), (uint32_t)gettid(), inode, offset,
                        name == NULL ? 0 : (uint32_t)strlen(name), (uint32_t)size};
    struct iovec parts[] = {{&call, sizeof call}, {(void*)name, call.name_size}, {(void*)bytes, size}};
    syscall(SYS_writev, trace, parts, 3);
    kill_in_turn();
    lose_in_turn();
    errno = kept;
}

static int is_ours(const char* path) {
    return folder != NULL && strncmp(path, folder, strlen(folder)) == 0;
}
static uint64_t inode_of(int file) {
    return file >= 0 && file < most_files ? inodes[file] : 0;
}

// O: a file is opened or made under a name; T: its length.
static void opened(int file, const char* path, int flags) {
    struct stat found;
    if (!is_ours(path)) {
        return;
    }
    if (file < 0 || fstat(file, &found) != 0) {
        note('O', errno, 0, 0, path, NULL, 0);
        return;
    }
    if (file < most_files) {
        inodes[file] = found.st_ino;
        folders[file] = S_ISDIR(found.st_mode) ? strdup(path) : NULL;
    }
    if ((flags & O_CREAT) != 0) {
        note('O', 0, found.st_ino, 0, path, NULL, 0);
    }
    if ((flags & O_TRUNC) != 0) {
        note('T', 0, found.st_ino, 0, NULL, NULL, 0);
    }
}

#define OPEN(function)                                             \
    int function(const char* path, int flags, ...) {               \
        REAL(function)                                             \
        va_list more;                                              \
        va_start(more, flags);                                     \
        const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0; \
        va_end(more);                                              \
        const int file = real(path, flags, mode);                  \
        opened(file, path, flags);                                 \
        return file;                                               \
    }
OPEN(open)
OPEN(open64)

int close(int file) {
    REAL(close)
    if (file >= 0 && file < most_files) {
        inodes[file] = 0;
        free(folders[file]);
        folders[file] = NULL;
    }
    return real(file);
}

// W: bytes are written; A: an answer is given on a socket or the terminal.
static void written(int file, const void* bytes, ssize_t size, off64_t offset) {
    if (inode_of(file) != 0 && size != 0) {
        note('W', size < 0 ? errno : 0, inode_of(file), (uint64_t)offset, NULL, bytes, size < 0 ? 0 : (size_t)size);
    }
}
static void answered(int file, const void* bytes, size_t size) {
    note('A', 0, 0, (uint64_t)file, NULL, bytes, size < answer_size ? size : answer_size);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t offset) {
    REAL(pwrite64)
    const ssize_t result = real(file, bytes, size, offset);
    written(file, bytes, result, offset);
    return result;
}
ssize_t pwrite(int file, const void* bytes, size_t size, off_t offset) {
    return pwrite64(file, bytes, size, offset);
}
ssize_t write(int file, const void* bytes, size_t size) {
    REAL(write)
    if (file == STDOUT_FILENO || file == STDERR_FILENO) {
        answered(file, bytes, size);
    }
    const off64_t offset = inode_of(file) != 0 ? lseek64(file, 0, SEEK_CUR) : 0;
    const ssize_t result = real(file, bytes, size);
    written(file, bytes, result, offset);
    return result;
}
ssize_t writev(int file, const struct iovec* parts, int count) {
    if (inode_of(file) == 0) {
        REAL(writev)
        answered(file, parts[0].iov_base, parts[0].iov_len);
        return real(file, parts, count);
    }
    ssize_t all = 0;
    for (int i = 0; i < count; ++i) {
        const ssize_t size = write(file, parts[i].iov_base, parts[i].iov_len);
        if (size < 0) {
            return all > 0 ? all : size;
        }
        all += size;
    }
    return all;
}
ssize_t send(int file, const void* bytes, size_t size, int flags) {
    REAL(send)
    answered(file, bytes, size);
    return real(file, bytes, size, flags);
}
ssize_t sendmsg(int file, const struct msghdr* message, int flags) {
    REAL(sendmsg)
    answered(file, message->msg_iov[0].iov_base, message->msg_iov[0].iov_len);
    return real(file, message, flags);
}

// The bytes are read once more from where they came.
ssize_t sendfile64(int out, int in, off64_t* offset, size_t size) {
    REAL(sendfile64)
    const off64_t from = offset != NULL ? *offset : lseek64(in, 0, SEEK_CUR);
    const off64_t to = inode_of(out) != 0 ? lseek64(out, 0, SEEK_CUR) : 0;
    const ssize_t result = real(out, in, offset, size);
    if (inode_of(out) != 0 && result > 0) {
        char* bytes = malloc((size_t)result);
        written(out, bytes, pread64(in, bytes, (size_t)result, from), to);
        free(bytes);
    }
    return result;
}
ssize_t sendfile(int out, int in, off_t* offset, size_t size) {
    return sendfile64(out, in, offset, size);
}

static const char* folder_of(int file) {
    return file >= 0 && file < most_files ? folders[file] : NULL;
}

// s: a sync begins, S: it ends; of a folder with its path. What was written before it began is on
// the disk when it ended well.
#define SYNC(function)                                        \
    int function(int file) {                                  \
        REAL(function)                                        \
        if (syncs_are_lost) {                                 \
            return 0;                                         \
        }                                                     \
        note('s', 0, inode_of(file), 0, folder_of(file), NULL, 0); \
        const int result = real(file);                        \
        note('S', result != 0 ? errno : 0, inode_of(file), 0, folder_of(file), NULL, 0); \
        return result;                                        \
    }
SYNC(fsync)
SYNC(fdatasync)

int ftruncate64(int file, off64_t size) {
    REAL(ftruncate64)
    const int result = real(file, size);
    if (result == 0 && inode_of(file) != 0) {
        note('T', 0, inode_of(file), (uint64_t)size, NULL, NULL, 0);
    }
    return result;
}
int ftruncate(int file, off_t size) {
    return ftruncate64(file, size);
}

// U: a name is removed; M: a folder is made; R: a name becomes another (its bytes); L: a file gets a second name.
int unlink(const char* path) {
    REAL(unlink)
    const int result = real(path);
    if (result == 0 && is_ours(path)) {
        note('U', 0, 0, 0, path, NULL, 0);
    }
    return result;
}
int remove(const char* path) {
    REAL(remove)
    const int result = real(path);
    if (result == 0 && is_ours(path)) {
        note('U', 0, 0, 0, path, NULL, 0);
    }
    return result;
}
int link(const char* from, const char* to) {
    REAL(link)
    const int result = real(from, to);
    if (result == 0 && is_ours(to)) {
        note('L', 0, 0, 0, from, to, strlen(to));
    }
    return result;
}
int rename(const char* from, const char* to) {
    REAL(rename)
    const int result = real(from, to);
    if (result == 0 && is_ours(to)) {
        note('R', 0, 0, 0, from, to, strlen(to));
    }
    return result;
}
int mkdir(const char* path, mode_t mode) {
    REAL(mkdir)
    const int result = real(path, mode);
    if (result == 0 && is_ours(path)) {
        note('M', 0, 0, 0, path, NULL, 0);
    }
    return result;
}
int rmdir(const char* path) {
    REAL(rmdir)
    const int result = real(path);
    if (result == 0 && is_ours(path)) {
        note('U', 0, 0, 0, path, NULL, 0);
    }
    return result;
}
int unlinkat(int parent, const char* name, int flags) {
    REAL(unlinkat)
    char link[64], path[PATH_MAX + NAME_MAX + 2];
    size_t length = 0;
    if (name[0] != '/') {
        snprintf(link, sizeof link, parent == AT_FDCWD ? "/proc/self/cwd" : "/proc/self/fd/%d", parent);
        const ssize_t found = readlink(link, path, PATH_MAX);
        length = found < 0 ? 0 : (size_t)found;
        path[length++] = '/';
    }
    snprintf(path + length, sizeof path - length, "%s", name);
    const int result = real(parent, name, flags);
    if (result == 0 && is_ours(path)) {
        note('U', 0, 0, 0, path, NULL, 0);
    }
    return result;
}
