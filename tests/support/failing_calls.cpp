// Preloaded into the program: the N-th call of one function of the C library fails, once or from
// then on, as a disk or file system would let it. FAIL=pwrite AT=3 ERROR=5 FOR_GOOD=1. FAIL=any
// counts the calls of all these functions that touch what lies below FAIL_IN; of an error
// those that can have it. The file FAILED, if one is named, gets the name of the function. With
// KILL=1 the process is killed in the place of that call.

#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

// Linux interrupts no others; a disk that is full refuses what needs room.
bool can_fail_so(const char* name, int error) {
    const auto is = [&](const char* other) { return std::strcmp(name, other) == 0; };
    if (error == EINTR) {
        return is("pread") || is("pwrite") || is("write") || is("open");
    }
    return error != ENOSPC ||
           !(is("pread") || is("remove") || is("open") || is("sync") || is("truncate"));
}

void tell(const char* name) {
    static const char* const told = std::getenv("FAILED");
    if (told == nullptr) {
        return;
    }
    const auto file = static_cast<int>(
        ::syscall(SYS_openat, AT_FDCWD, told, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    ::syscall(SYS_write, file, name, std::strlen(name));
    ::syscall(SYS_write, file, "\n", 1);
    ::syscall(SYS_close, file);
}

bool is_any() {
    static const char* const which = std::getenv("FAIL");
    return which != nullptr && std::strcmp(which, "any") == 0;
}

bool fails(const char* name) {
    static const char* const which = std::getenv("FAIL");
    static const int at = which == nullptr ? 0 : std::atoi(std::getenv("AT"));
    static const int error = which == nullptr ? 0 : std::atoi(std::getenv("ERROR"));
    static const bool for_good = std::getenv("FOR_GOOD") != nullptr;
    static std::atomic<int> calls = 0;
    if (which == nullptr || (!is_any() && std::strcmp(which, name) != 0) ||
        (is_any() && !can_fail_so(name, error))) {
        return false;
    }
    const int call = ++calls;
    if (call != at && !(for_good && call > at)) {
        return false;
    }
    tell(name);
    if (std::getenv("KILL") != nullptr) {
        ::raise(SIGKILL);
    }
    errno = error;
    return true;
}

template <class Function>
Function real(const char* name) {
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

// Only what lies in the folder of the test: the loader and the C library open files of their own.
bool is_ours(const char* path) {
    static const char* const folder = std::getenv("FAIL_IN");
    return folder != nullptr && std::strncmp(path, folder, std::strlen(folder)) == 0;
}
// One function that is named fails wherever it is called.
bool is_ours(int file) {
    if (!is_any()) {
        return true;
    }
    char link[64];
    char path[PATH_MAX + 1] = {};
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    return ::readlink(link, path, PATH_MAX) > 0 && is_ours(path);
}
bool is_counted(const char* path) {
    return !is_any() || is_ours(path);
}

}  // namespace

extern "C" {

ssize_t pread64(int file, void* bytes, size_t size, off64_t offset) {
    static const auto call = real<ssize_t (*)(int, void*, size_t, off64_t)>("pread64");
    return is_ours(file) && fails("pread") ? -1 : call(file, bytes, size, offset);
}
ssize_t pread(int file, void* bytes, size_t size, off_t offset) {
    return pread64(file, bytes, size, offset);
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t offset) {
    static const auto call = real<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
    return is_ours(file) && fails("pwrite") ? -1 : call(file, bytes, size, offset);
}
ssize_t pwrite(int file, const void* bytes, size_t size, off_t offset) {
    return pwrite64(file, bytes, size, offset);
}
ssize_t write(int file, const void* bytes, size_t size) {
    static const auto call = real<ssize_t (*)(int, const void*, size_t)>("write");
    return is_any() && is_ours(file) && fails("write") ? -1 : call(file, bytes, size);
}
int fsync(int file) {
    static const auto call = real<int (*)(int)>("fsync");
    return is_ours(file) && fails("sync") ? -1 : call(file);
}
int fdatasync(int file) {
    static const auto call = real<int (*)(int)>("fdatasync");
    return is_ours(file) && fails("sync") ? -1 : call(file);
}
int ftruncate64(int file, off64_t size) {
    static const auto call = real<int (*)(int, off64_t)>("ftruncate64");
    return is_ours(file) && fails("truncate") ? -1 : call(file, size);
}
int rename(const char* from, const char* to) {
    static const auto call = real<int (*)(const char*, const char*)>("rename");
    return is_counted(to) && fails("rename") ? -1 : call(from, to);
}
int link(const char* from, const char* to) {
    static const auto call = real<int (*)(const char*, const char*)>("link");
    return is_counted(to) && fails("link") ? -1 : call(from, to);
}
int mkdir(const char* path, mode_t mode) {
    static const auto call = real<int (*)(const char*, mode_t)>("mkdir");
    return is_any() && is_ours(path) && fails("mkdir") ? -1 : call(path, mode);
}
int unlink(const char* path) {
    static const auto call = real<int (*)(const char*)>("unlink");
    return is_counted(path) && fails("remove") ? -1 : call(path);
}
int remove(const char* path) {
    static const auto call = real<int (*)(const char*)>("remove");
    return is_counted(path) && fails("remove") ? -1 : call(path);
}
int open64(const char* path, int flags, ...) {
    static const auto call = real<int (*)(const char*, int, ...)>("open64");
    va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return is_ours(path) && fails("open") ? -1 : call(path, flags, mode);
}
int open(const char* path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open64(path, flags, mode);
}
}
