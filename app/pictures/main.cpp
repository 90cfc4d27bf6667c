// needlebook-photos: looks into one picture that somebody sent, from standard input to standard
// output, with nothing else in reach. needlebook runs it; see app/libraries/pictures.h.

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <string>
#include <string_view>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "app/libraries/pictures.h"
#include "app/pictures/confined.h"
#include "app/pictures/picture.h"

namespace {

constexpr int failed = 1;
constexpr int misused = 2;
constexpr int refused = 3;

std::string all_input() {
    std::string bytes;
    std::string part(1 << 20, '\0');
    for (;;) {
        const auto length = ::read(STDIN_FILENO, part.data(), part.size());
        if (length < 0 && errno == EINTR) {
            continue;
        }
        if (length <= 0) {
            return bytes;
        }
        bytes.append(part, 0, static_cast<std::size_t>(length));
    }
}

bool put_out(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto length = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (length < 0 && errno == EINTR) {
            continue;
        }
        if (length <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(length));
    }
    return true;
}

// What somebody would do who has broken in; 0 where it was possible.
int attempt(std::string_view what) {
    if (what == "open") {
        return ::open("/etc/hostname", O_RDONLY) < 0 ? failed : 0;
    }
    if (what == "connect") {
        return ::socket(AF_INET, SOCK_STREAM, 0) < 0 ? failed : 0;
    }
    if (what == "fork") {
        const auto child = ::fork();
        return child < 0 ? failed : 0;
    }
    if (what == "run") {
        ::execl("/bin/true", "true", nullptr);
        return failed;
    }
    if (what == "remove") {
        return ::unlink("/tmp/needlebook-nothing") != 0 && errno != ENOENT ? failed : 0;
    }
    if (what == "memory") {
        constexpr std::size_t too_much = std::size_t{1200} * 1000 * 1000;
        return std::malloc(too_much) == nullptr ? failed : 0;
    }
    if (what == "nothing") {
        return 0;
    }
    if (what == "compute") {
        for (;;) {
            static_cast<void>(::getpid());
        }
    }
    return misused;
}

std::string work(std::string_view what, const char* const* more, const std::string& input) {
    if (what == "accept") {
        return pictures::accept(input);
    }
    return pictures::smaller(input, std::atoi(more[0]), std::atoi(more[1]));
}

}  // namespace

int main(int count, char** words) {
    constexpr int words_of_smaller = 4;
    const std::string_view what = count > 1 ? words[1] : "";
    const bool is_sound = (what == "accept" && count == 2) ||
                          (what == "smaller" && count == words_of_smaller) ||
                          (what == "try" && count == 3);
    if (!is_sound) {
        std::fputs("needlebook-photos is run by needlebook: `needlebook photo add`\n", stderr);
        return misused;
    }
    try {
        const auto input = all_input();
        pictures::prepare();
        pictures::confine();
        if (what == "try") {
            return attempt(words[2]);
        }
        return put_out(work(what, words + 2, input)) ? 0 : failed;
    } catch (const pictures::Refused& why) {
        return put_out(why.code) ? refused : failed;
    } catch (const std::exception&) {
        return failed;
    }
}
