#include "app/exchange/private_file.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "db/file.h"
#include "schema/types/error.h"

namespace exchange {

namespace {

constexpr std::size_t buffer_size = 1 << 16;

schema::Error not_written(const std::filesystem::path& file, int code) {
    if (code == ENOSPC || code == EDQUOT) {
        return schema::full(
            file.string(), "was not written: the disk is full", "make room, then try again");
    }
    return schema::refused(file.string(),
                           code == EFBIG ? std::string("was not written: the file may not grow")
                                         : fmt::format("was not written: {}", std::strerror(code)),
                           code == EFBIG ? "raise the limit of a file's size: ulimit -f unlimited"
                                         : "look at the disk, then try again");
}

}  // namespace

PrivateFile::PrivateFile(const std::filesystem::path& file)
    : file_(file), descriptor_(db::uninterrupted([&] {
          return ::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
      })) {
    if (descriptor_ < 0) {
        throw schema::refused(file.string(),
                              errno == EEXIST
                                  ? std::string("is already there")
                                  : fmt::format("cannot be made: {}", std::strerror(errno)),
                              "move it away, or work in another directory");
    }
}

PrivateFile::~PrivateFile() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
        std::error_code nobody_to_tell;
        std::filesystem::remove(file_, nobody_to_tell);
    }
}

void PrivateFile::write(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() >= buffer_size) {
        flush();
    }
}

void PrivateFile::close() {
    flush();
    const int code = ::close(descriptor_);
    descriptor_ = -1;
    if (code != 0 && errno != EINTR) {  // after which it is closed all the same
        throw not_written(file_, errno);
    }
}

void PrivateFile::flush() {
    std::string_view rest = buffer_;
    while (!rest.empty()) {
        const auto written =
            db::uninterrupted([&] { return ::write(descriptor_, rest.data(), rest.size()); });
        if (written < 0) {
            throw not_written(file_, errno);
        }
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    buffer_.clear();
}

}  // namespace exchange
