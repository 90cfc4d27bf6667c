#include "app/backup/openssl.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db/file/file.h"
#include "schema/types/error.h"

namespace backup {

namespace {

constexpr int not_found = 127;  // what a child says that could not become the program

schema::Error no_openssl(const char* why) {
    return schema::unavailable(
        "openssl", std::string("cannot be run: ") + why, "install it: apt-get install openssl");
}

std::string content_of_descriptor(int descriptor) {
    std::string text;
    std::array<char, 4096> part{};
    for (off_t at = 0;;) {
        const auto length =
            db::uninterrupted([&] { return ::pread(descriptor, part.data(), part.size(), at); });
        if (length <= 0) {
            return text;
        }
        text.append(part.data(), static_cast<std::size_t>(length));
        at += length;
    }
}

}  // namespace

OpensslRan run_openssl(std::vector<std::string> words) {
    words.insert(words.begin(), "openssl");
    std::vector<char*> arguments;
    for (auto& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    std::array<std::string, 2> settings{"PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C"};
    std::array<char*, 3> environment{settings[0].data(), settings[1].data(), nullptr};
    const int said = ::memfd_create("openssl", MFD_CLOEXEC);
    if (said < 0) {
        throw no_openssl(std::strerror(errno));
    }
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, said, STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, said, STDERR_FILENO);
    pid_t child = 0;
    const int failed =
        ::posix_spawnp(&child, "openssl", &actions, nullptr, arguments.data(), environment.data());
    ::posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    if (failed == 0) {
        db::uninterrupted([&] { return ::waitpid(child, &status, 0); });
    }
    OpensslRan ran{.status = WIFEXITED(status) ? WEXITSTATUS(status) : 1,
                   .said = content_of_descriptor(said)};
    ::close(said);
    if (failed != 0 || ran.status == not_found) {
        throw no_openssl(failed != 0 ? std::strerror(failed) : "it is not there");
    }
    return ran;
}

}  // namespace backup
