#include "db/file/file_lock.h"

#include <array>
#include <random>
#include <thread>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "db/utc.h"
#include "schema/types/error.h"

namespace db {

namespace {

constexpr auto patience = std::chrono::seconds(15);

}  // namespace

FileLock::FileLock(const std::filesystem::path& path)
    : path_(path),
      file_(*File::open_if_there(path, O_RDWR | O_CREAT)),
      identity_(file_.identity()) {}

std::optional<schema::Problem> FileLock::moved() const {
    if (identity_of(path_) == identity_) {
        return std::nullopt;
    }
    return schema::Problem{
        path_.string(),
        "was removed or replaced while the book is open, so another program could write at the "
        "same time",
        "close Needlebook everywhere, then start again; nothing is written until then"}
        .as("unavailable");
}

// Locks of the open file description: they hold between threads too, and closing another descriptor
// keeps them.
bool FileLock::set(Part part, short type) {
    struct flock range {};
    range.l_type = type;
    range.l_whence = SEEK_SET;
    range.l_start = static_cast<off_t>(part);
    range.l_len = 1;
    return ::fcntl(file_.descriptor(), F_OFD_SETLK, &range) == 0;
}

bool FileLock::try_alone(Part part) {
    return set(part, F_WRLCK);
}

bool FileLock::try_shared(Part part) {
    return set(part, F_RDLCK);
}

void FileLock::release(Part part) {
    set(part, F_UNLCK);
}

std::string FileLock::holder() const {
    std::array<char, 200> text{};
    const auto length = ::pread(file_.descriptor(), text.data(), text.size(), 0);
    const std::string note(text.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
    return note.empty() ? "another process" : note.substr(0, note.find('\n'));
}

void FileLock::become_writer(const std::string& action) {
    std::minstd_rand random(static_cast<unsigned>(::getpid()));
    const auto until = std::chrono::steady_clock::now() + patience;
    while (!try_alone(Part::writer)) {
        if (std::chrono::steady_clock::now() >= until) {
            throw schema::busy("book",
                               fmt::format("is being written by {}", holder()),
                               "wait until that is done, then try again")
                .as("busy");
        }
        // A few milliseconds, not the same for everyone, so that nobody always comes last.
        std::this_thread::sleep_for(std::chrono::microseconds(500 + random() % 4000));
    }
    const auto note = fmt::format("process {} ({}) since {}\n", ::getpid(), action, utc_now());
    [[maybe_unused]] const bool noted = ::ftruncate(file_.descriptor(), 0) == 0 &&
                                        ::pwrite(file_.descriptor(), note.data(), note.size(), 0) ==
                                            static_cast<ssize_t>(note.size());
}

}  // namespace db
