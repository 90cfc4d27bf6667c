#include "app/pictures/confined.h"

#include <cerrno>
#include <initializer_list>
#include <stdexcept>

#include <fcntl.h>
#include <malloc.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace pictures {

namespace {

constexpr rlim_t most_addresses = 1000U * 1000 * 1000;
constexpr rlim_t most_seconds = 20;
constexpr rlim_t most_written = 256U * 1024 * 1024;

void limit(__rlimit_resource what, rlim_t most) {
    const rlimit value{most, most};
    if (::setrlimit(what, &value) != 0) {
        throw std::runtime_error("a limit cannot be set");
    }
}

class Filter {
  public:
    Filter() : context_(::seccomp_init(SCMP_ACT_KILL_PROCESS)) {
        if (context_ == nullptr) {
            throw std::runtime_error("no filter of system calls");
        }
    }
    ~Filter() { ::seccomp_release(context_); }
    Filter(const Filter&) = delete;
    Filter& operator=(const Filter&) = delete;

    void allow(std::initializer_list<int> calls) {
        for (const int call : calls) {
            add(::seccomp_rule_add(context_, SCMP_ACT_ALLOW, call, 0));
        }
    }
    void refuse(int error, std::initializer_list<int> calls) {
        for (const int call : calls) {
            add(::seccomp_rule_add(
                context_, SCMP_ACT_ERRNO(static_cast<std::uint16_t>(error)), call, 0));
        }
    }
    // Where this argument, of which only `mask` counts, is `value`.
    void allow_where(int call, unsigned argument, scmp_datum_t mask, scmp_datum_t value) {
        const scmp_arg_cmp where{argument, SCMP_CMP_MASKED_EQ, mask, value};
        add(::seccomp_rule_add_array(context_, SCMP_ACT_ALLOW, call, 1, &where));
    }
    void refuse_where(
        int error, int call, unsigned argument, scmp_datum_t mask, scmp_datum_t value) {
        const scmp_arg_cmp where{argument, SCMP_CMP_MASKED_EQ, mask, value};
        add(::seccomp_rule_add_array(
            context_, SCMP_ACT_ERRNO(static_cast<std::uint16_t>(error)), call, 1, &where));
    }
    void begin() { add(::seccomp_load(context_)); }

  private:
    static void add(int result) {
        if (result != 0) {
            throw std::runtime_error("the filter of system calls cannot be made");
        }
    }

    scmp_filter_ctx context_;
};

void filter_calls() {
    constexpr scmp_datum_t all = ~scmp_datum_t{0};
    constexpr unsigned first = 0;
    constexpr unsigned third = 2;
    constexpr unsigned fourth = 3;
    Filter filter;
    filter.allow({SCMP_SYS(read),
                  SCMP_SYS(readv),
                  SCMP_SYS(pread64),
                  SCMP_SYS(write),
                  SCMP_SYS(writev),
                  SCMP_SYS(lseek),
                  SCMP_SYS(fstat),
                  SCMP_SYS(close),
                  SCMP_SYS(munmap),
                  SCMP_SYS(mremap),
                  SCMP_SYS(madvise),
                  SCMP_SYS(brk),
                  SCMP_SYS(futex),
                  SCMP_SYS(rseq),
                  SCMP_SYS(set_robust_list),
                  SCMP_SYS(rt_sigprocmask),
                  SCMP_SYS(rt_sigaction),
                  SCMP_SYS(rt_sigreturn),
                  SCMP_SYS(sigaltstack),
                  SCMP_SYS(sched_yield),
                  SCMP_SYS(sched_getaffinity),
                  SCMP_SYS(getpid),
                  SCMP_SYS(gettid),
                  SCMP_SYS(clock_gettime),
                  SCMP_SYS(clock_getres),
                  SCMP_SYS(gettimeofday),
                  SCMP_SYS(clock_nanosleep),
                  SCMP_SYS(nanosleep),
                  SCMP_SYS(getrandom),
                  SCMP_SYS(sysinfo),
                  SCMP_SYS(getcpu),
                  SCMP_SYS(getrlimit),
                  SCMP_SYS(exit),
                  SCMP_SYS(exit_group),
                  SCMP_SYS(restart_syscall),
                  SCMP_SYS(getuid),
                  SCMP_SYS(geteuid),
                  SCMP_SYS(getgid),
                  SCMP_SYS(getegid)});
    // Memory that is never code.
    filter.allow_where(SCMP_SYS(mmap), third, PROT_EXEC, 0);
    filter.allow_where(SCMP_SYS(mprotect), third, PROT_EXEC, 0);
    // Threads, no processes. clone3 hides its flags: the C library then takes clone.
    filter.allow_where(SCMP_SYS(clone), first, CLONE_THREAD, CLONE_THREAD);
    filter.refuse(ENOSYS, {SCMP_SYS(clone3)});
    // What is open can be asked what it is.
    filter.allow_where(SCMP_SYS(newfstatat), fourth, AT_EMPTY_PATH, AT_EMPTY_PATH);
    filter.refuse_where(EACCES, SCMP_SYS(newfstatat), fourth, AT_EMPTY_PATH, 0);
    filter.allow_where(SCMP_SYS(prlimit64), third, all, 0);
    filter.allow_where(SCMP_SYS(prctl), first, all, PR_SET_NAME);
    // Libraries ask these in passing and do without.
    filter.refuse(EACCES,
                  {SCMP_SYS(open),
                   SCMP_SYS(openat),
                   SCMP_SYS(access),
                   SCMP_SYS(faccessat),
                   SCMP_SYS(faccessat2),
                   SCMP_SYS(stat),
                   SCMP_SYS(lstat),
                   SCMP_SYS(statx),
                   SCMP_SYS(readlink),
                   SCMP_SYS(readlinkat),
                   SCMP_SYS(getcwd),
                   SCMP_SYS(uname)});
    filter.refuse(ENOTTY, {SCMP_SYS(ioctl)});
    filter.refuse(EPERM, {SCMP_SYS(fcntl), SCMP_SYS(sched_setaffinity), SCMP_SYS(mlock)});
    filter.begin();
}

}  // namespace

void confine() {
    ::mallopt(M_ARENA_MAX, 1);  // each would take addresses of its own
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, most_written);
    limit(RLIMIT_CPU, most_seconds);
    limit(RLIMIT_AS, most_addresses);
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) {
        throw std::runtime_error("privileges cannot be given up");
    }
    filter_calls();
}

}  // namespace pictures
