// Preloaded into the program: the N-th call of one function of the C library fails, once or from
// then on, as a disk or file system would let it. FAIL=pwrite AT=3 ERROR=5 FOR_GOOD=1
// With KILL=1 the process is killed in the place of that call.

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

bool fails(const char* name) {
    static const char* const which = std::getenv("FAIL");
    static const int at = which == nullptr ? 0 : std::atoi(std::getenv("AT"));
    static const int error = which == nullptr ? 0 : std::atoi(std::getenv("ERROR"));
    static const bool for_good = std::getenv("FOR_GOOD") != nullptr;
    static std::atomic<int> calls = 0;
    if (which == nullptr || std::strcmp(which, name) != 0) {
        return false;
    }
    const int call = ++calls;
    if (call != at && !(for_good && call > at)) {
        return false;
    }
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

}  // namespace

extern "C" {

ssize_t pread64(int file, void* bytes, size_t size, off64_t offset) {
    static const auto call = real<ssize_t (*)(int, void*, size_t, off64_t)>("pread64");
    return fails("pread") ? -1 : call(file, bytes, size, offset);
}
ssize_t pread(int file, void* bytes, size_t size, off_t offset) {
    return pread64(file, bytes, size, offset);
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t offset) {
    static const auto call = real<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64");
    return fails("pwrite") ? -1 : call(file, bytes, size, offset);
}
ssize_t pwrite(int file, const void* bytes, size_t size, off_t offset) {
    return pwrite64(file, bytes, size, offset);
}
int fsync(int file) {
    static const auto call = real<int (*)(int)>("fsync");
    return fails("sync") ? -1 : call(file);
}
int fdatasync(int file) {
    static const auto call = real<int (*)(int)>("fdatasync");
    return fails("sync") ? -1 : call(file);
}
int ftruncate64(int file, off64_t size) {
    static const auto call = real<int (*)(int, off64_t)>("ftruncate64");
    return fails("truncate") ? -1 : call(file, size);
}
int rename(const char* from, const char* to) {
    static const auto call = real<int (*)(const char*, const char*)>("rename");
    return fails("rename") ? -1 : call(from, to);
}
int unlink(const char* path) {
    static const auto call = real<int (*)(const char*)>("unlink");
    return fails("remove") ? -1 : call(path);
}
int remove(const char* path) {
    static const auto call = real<int (*)(const char*)>("remove");
    return fails("remove") ? -1 : call(path);
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
