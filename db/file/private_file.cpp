#include "db/file/private_file.h"

#include <unistd.h>

#include "db/file/file.h"
#include "db/file/wiped.h"
#include "schema/types/error.h"

namespace db {

namespace {

constexpr std::size_t buffer_size = 1 << 16;

// Looked at before anything is made beside it.
const std::filesystem::path& unless_taken(const std::filesystem::path& file,
                                          PrivateFile::Over over) {
    std::error_code failure;
    if (over == PrivateFile::Over::nothing &&
        std::filesystem::exists(std::filesystem::symlink_status(file, failure))) {
        throw schema::refused(
            file.string(), "is already there", "move it away, or work in another directory");
    }
    return file;
}

}  // namespace

PrivateFile::PrivateFile(const std::filesystem::path& file, Over over)
    : file_(file), over_(over), staged_(unless_taken(file, over), StagedPath::As::file) {}

PrivateFile::~PrivateFile() {
    wipe(buffer_);
}

void PrivateFile::write(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() >= buffer_size) {
        flush();
    }
}

void PrivateFile::close() {
    flush();
    unless_taken(file_, over_);  // somebody was quicker
    staged_.put_in_place();
}

void PrivateFile::flush() {
    std::string_view rest = buffer_;
    while (!rest.empty()) {
        const auto written = db::uninterrupted(
            [&] { return ::write(staged_.descriptor(), rest.data(), rest.size()); });
        if (written < 0) {
            throw_system_error(file_, "was not written", errno);
        }
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    wipe(buffer_);
}

}  // namespace db
