#include "app/import/import_bytes.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/file/file.h"
#include "schema/types/error.h"

namespace exchange {

namespace {

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }

  private:
    int number_;
};

schema::Error unreadable(const std::string& file, const std::string& why) {
    return schema::refused(file,
                           fmt::format("cannot be read: {}", why),
                           "name a file of rows, such as visits.csv, or - for standard input");
}

schema::Error too_long(const std::string& file, const std::string& size) {
    return schema::refused(
        file,
        fmt::format("is of {} bytes; at most {} are read", size, ImportBounds::file),
        "split it and import the pieces one after the other");
}

std::string kind_of(mode_t mode) {
    return S_ISDIR(mode)    ? "it is a directory"
           : S_ISFIFO(mode) ? "it is a pipe; give it as -"
                            : "it is not a regular file";
}

}  // namespace

std::string import_bounds() {
    return fmt::format("{} MB a file, {} MB a line, {} kB a cell, {} rows, {} columns",
                       ImportBounds::file / 1024 / 1024,
                       ImportBounds::line / 1024 / 1024,
                       ImportBounds::cell / 1024,
                       ImportBounds::rows,
                       ImportBounds::columns);
}

std::string bytes_of_file(const std::filesystem::path& file, const Progress& progress) {
    // Without O_NONBLOCK opening a pipe waits until somebody writes to it.
    const Descriptor opened(db::uninterrupted(
        [&] { return ::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY); }));
    struct stat about {};
    if (opened.number() < 0 || ::fstat(opened.number(), &about) != 0) {
        throw unreadable(file.string(), std::strerror(errno));
    }
    if (!S_ISREG(about.st_mode)) {
        throw unreadable(file.string(), kind_of(about.st_mode));
    }
    if (static_cast<std::size_t>(about.st_size) > ImportBounds::file) {
        throw too_long(file.string(), std::to_string(about.st_size));
    }
    return bytes_of_stream(opened.number(), file.string(), progress);
}

std::string bytes_of_stream(int descriptor, const std::string& name, const Progress& progress) {
    constexpr std::size_t piece = 1024 * 1024;
    struct stat about {};
    std::string bytes;
    std::size_t expected = 0;
    if (::fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode)) {
        expected = static_cast<std::size_t>(about.st_size);
        bytes.reserve(expected + piece);
    }
    for (;;) {
        const auto before = bytes.size();
        bytes.resize(before + piece);
        const auto count =
            db::uninterrupted([&] { return ::read(descriptor, bytes.data() + before, piece); });
        bytes.resize(before + (count > 0 ? static_cast<std::size_t>(count) : 0));
        if (count == 0) {
            return bytes;
        }
        if (count < 0) {
            throw unreadable(name, std::strerror(errno));
        }
        if (bytes.size() > ImportBounds::file) {
            throw too_long(name, fmt::format("more than {}", ImportBounds::file));
        }
        if (progress) {
            const auto all = static_cast<double>(std::max(expected, bytes.size()));
            progress(expected == 0 ? 0 : static_cast<double>(bytes.size()) / all);
        }
    }
}

void refuse_long_lines(std::string_view text, const std::string& file) {
    std::size_t line = 1;
    for (std::size_t begin = 0; text.size() - begin > ImportBounds::line; ++line) {
        const auto window = text.substr(begin, ImportBounds::line + 1);
        const auto end = window.find_first_of("\r\n");
        if (end == std::string_view::npos) {
            throw schema::refused(
                fmt::format("{}:{}", file, line),
                fmt::format("the line is longer than {} bytes", ImportBounds::line),
                "look whether it is a file of rows, and which sign ends its lines")
                .as("line_long", {{"most", static_cast<int>(ImportBounds::line)}});
        }
        begin += end + (window.substr(end, 2) == "\r\n" ? 2 : 1);
    }
}

}  // namespace exchange
