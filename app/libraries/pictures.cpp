#include "app/libraries/pictures.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <sstream>
#include <thread>

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "schema/types/error.h"
#include "schema/types/text.h"

namespace libraries {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr auto longest_work = std::chrono::seconds(20);
constexpr auto pause = std::chrono::milliseconds(2);
constexpr std::size_t most_answer_bytes = 256U * 1024 * 1024;
constexpr int refused_status = 3;
constexpr int least_orientation = 1;
constexpr int most_orientation = 8;
constexpr int longest_side_kept = 100'000;

schema::Error cannot_run(const std::string& why) {
    return schema::unavailable("photo",
                               "pictures cannot be looked into: " + why,
                               "install the program needlebook-photos beside needlebook")
        .as("photo_program");
}

class Descriptor {
  public:
    explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
    ~Descriptor() {
        if (descriptor_ >= 0) {
            ::close(descriptor_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return descriptor_; }

  private:
    int descriptor_;
};

int memory_file(const char* name) {
    const int descriptor = ::memfd_create(name, MFD_CLOEXEC);
    if (descriptor < 0) {
        throw cannot_run(std::strerror(errno));
    }
    return descriptor;
}

void fill(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto length = ::write(descriptor, bytes.data(), bytes.size());
        if (length < 0 && errno == EINTR) {
            continue;
        }
        if (length <= 0) {
            throw cannot_run(std::strerror(errno));
        }
        bytes.remove_prefix(static_cast<std::size_t>(length));
    }
    ::lseek(descriptor, 0, SEEK_SET);
}

std::string content_of(int descriptor) {
    struct stat found {};
    if (::fstat(descriptor, &found) != 0 || found.st_size < 0 ||
        static_cast<std::size_t>(found.st_size) > most_answer_bytes) {
        throw cannot_run("its answer is too long");
    }
    std::string bytes(static_cast<std::size_t>(found.st_size), '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
        const auto length =
            ::pread(descriptor, bytes.data() + have, bytes.size() - have, static_cast<off_t>(have));
        if (length < 0 && errno == EINTR) {
            continue;
        }
        if (length <= 0) {
            throw cannot_run("its answer cannot be read");
        }
        have += static_cast<std::size_t>(length);
    }
    return bytes;
}

struct Ended {
    int status = 0;  // of waitpid
    bool took_too_long = false;
    std::string answer;
};

// Waits for the end, however it comes.
Ended end_of(pid_t child) {
    Ended ended;
    const auto until = Clock::now() + longest_work;
    for (;;) {
        const auto found = ::waitpid(child, &ended.status, ended.took_too_long ? 0 : WNOHANG);
        if (found == child || (found < 0 && errno != EINTR)) {
            return ended;
        }
        if (Clock::now() >= until && !ended.took_too_long) {
            ::kill(child, SIGKILL);
            ended.took_too_long = true;
        } else if (found == 0) {
            std::this_thread::sleep_for(pause);
        }
    }
}

Ended run(const std::vector<std::string>& words, std::string_view input) {
    const auto program = pictures_program();
    const Descriptor in(memory_file("upload"));
    const Descriptor out(memory_file("answer"));
    fill(in.get(), input);
    std::vector<std::string> all{program.string()};
    all.insert(all.end(), words.begin(), words.end());
    std::vector<char*> arguments;
    for (auto& word : all) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    // One thread, and nothing of the caller's surroundings.
    std::array<std::string, 3> settings{"VIPS_CONCURRENCY=1", "VIPS_DISC_THRESHOLD=2g", "LC_ALL=C"};
    std::array<char*, 4> surroundings{
        settings[0].data(), settings[1].data(), settings[2].data(), nullptr};
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, in.get(), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, out.get(), STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int failed = ::posix_spawn(
        &child, program.c_str(), &actions, nullptr, arguments.data(), surroundings.data());
    ::posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) {
        throw cannot_run(std::strerror(failed));
    }
    auto ended = end_of(child);
    ended.answer = content_of(out.get());
    return ended;
}

schema::Error broken() {
    return schema::refused("photo",
                           "is broken, or made so that it breaks what reads it",
                           "take it again, or save it anew with another program")
        .as("photo_broken");
}

[[noreturn]] void refuse_picture(const std::string& code) {
    if (code == "format") {
        throw schema::refused(
            "photo", "is no JPEG, PNG, WebP or HEIC picture", "save it as one of these")
            .as("photo_format");
    }
    if (code == "pixels") {
        throw schema::refused("photo",
                              "has more than 100 million pixels",
                              "save it smaller, or choose a smaller size in the camera")
            .as("photo_pixels");
    }
    if (code == "kind") {
        throw schema::refused("photo",
                              "is a JPEG of a rare kind that is not read here",
                              "save it anew as an ordinary JPEG or PNG")
            .as("photo_kind");
    }
    throw broken();
}

std::string answer_of(const std::vector<std::string>& words, std::string_view input) {
    if (input.size() > most_picture_bytes && words.front() == "accept") {
        throw schema::refused("photo",
                              fmt::format("has {} bytes, more than 40 MB", input.size()),
                              "save it smaller, or choose a smaller size in the camera")
            .as("photo_bytes");
    }
    auto ended = run(words, input);
    if (ended.took_too_long || (WIFSIGNALED(ended.status) && WTERMSIG(ended.status) == SIGXCPU)) {
        throw schema::refused("photo",
                              "takes longer than 20 seconds to look into",
                              "save it smaller, or anew with another program")
            .as("photo_slow");
    }
    if (WIFEXITED(ended.status) && WEXITSTATUS(ended.status) == refused_status) {
        refuse_picture(ended.answer);
    }
    if (!WIFEXITED(ended.status) || WEXITSTATUS(ended.status) != 0) {
        throw broken();
    }
    return std::move(ended.answer);
}

// The lines before the bytes: "width 3024".
class Answer {
  public:
    explicit Answer(std::string_view answer) {
        const auto end = answer.find("\n\n");
        if (end == std::string_view::npos) {
            throw broken();
        }
        std::istringstream lines{std::string(answer.substr(0, end))};
        for (std::string line; std::getline(lines, line);) {
            const auto blank = line.find(' ');
            if (blank != std::string::npos) {
                values_.emplace(line.substr(0, blank), line.substr(blank + 1));
            }
        }
        rest_ = answer.substr(end + 2);
    }
    std::string text(const std::string& name) const {
        const auto found = values_.find(name);
        return found == values_.end() ? "" : found->second;
    }
    int number(const std::string& name, int low, int high) const {
        const auto value = schema::Text<int>::read(text(name));
        if (!value || *value < low || *value > high) {
            throw broken();
        }
        return *value;
    }
    // The bytes whose length stands under `name`, in the order in which they are asked for.
    std::string take(const std::string& name) {
        const auto size =
            static_cast<std::size_t>(number(name, 1, static_cast<int>(most_answer_bytes)));
        if (size > rest_.size()) {
            throw broken();
        }
        std::string bytes(rest_.substr(0, size));
        rest_.remove_prefix(size);
        return bytes;
    }

  private:
    std::map<std::string, std::string> values_;
    std::string_view rest_;
};

std::optional<schema::PhotoFigures> figures_in(const Answer& answer) {
    if (answer.text("figures").empty()) {
        return std::nullopt;
    }
    constexpr double hundredths = 100;
    constexpr int most_stops = 2000;
    constexpr int most_percent = 10000;
    const auto stops = [&](const char* name) {
        return answer.number(name, -most_stops, most_stops) / hundredths;
    };
    const auto percent = [&](const char* name) {
        return answer.number(name, 0, most_percent) / hundredths;
    };
    const auto versions = schema::figure_versions;
    return schema::PhotoFigures{
        .version = answer.number(
            "figures", static_cast<int>(versions.low), static_cast<int>(versions.high)),
        .light = stops("light"),
        .red_cast = stops("red_cast"),
        .blue_cast = stops("blue_cast"),
        .sharpness = stops("sharpness"),
        .clipped_bright = percent("clipped_bright"),
        .clipped_dark = percent("clipped_dark")};
}

bool begins_as(std::string_view format, std::string_view bytes) {
    return format == "jpeg" ? bytes.starts_with("\xFF\xD8\xFF")
                            : format == "png" && bytes.starts_with("\x89PNG\r\n\x1A\n");
}

void require_format(std::string_view format, std::string_view bytes) {
    if (!begins_as(format, bytes)) {
        throw broken();
    }
}

}  // namespace

fs::path pictures_program() {
    std::error_code unknown;
    const auto folder = fs::read_symlink("/proc/self/exe", unknown).parent_path();
    for (const auto& place : {folder, folder.parent_path()}) {
        auto program = place / "needlebook-photos";
        if (!unknown && fs::exists(program, unknown)) {
            return program;
        }
    }
    throw cannot_run("the program needlebook-photos is not there");
}

Picture accept_picture(std::string_view upload) {
    const auto text = answer_of({"accept"}, upload);
    Answer answer(text);
    Picture picture;
    picture.format = answer.text("format");
    picture.width = answer.number("width", 1, longest_side_kept);
    picture.height = answer.number("height", 1, longest_side_kept);
    picture.orientation = answer.number("orientation", least_orientation, most_orientation);
    if (const auto taken = answer.text("taken"); !taken.empty()) {
        picture.taken = taken;
    }
    picture.figures = figures_in(answer);
    picture.bytes = answer.take("bytes");
    require_format(picture.format, picture.bytes);
    for (const auto side : {small_picture, screen_picture}) {
        auto bytes = answer.take(fmt::format("side-{}", side));
        require_format("jpeg", bytes);
        picture.smaller.emplace(side, std::move(bytes));
    }
    return picture;
}

std::string smaller_picture(std::string_view bytes, int orientation, int longest_side) {
    const auto text =
        answer_of({"smaller", std::to_string(orientation), std::to_string(longest_side)}, bytes);
    auto smaller = Answer(text).take("bytes");
    require_format("jpeg", smaller);
    return smaller;
}

std::string confined_try(const std::string& what) {
    const auto ended = run({"try", what}, "");
    return WIFEXITED(ended.status) ? fmt::format("exit {}", WEXITSTATUS(ended.status))
                                   : fmt::format("signal {}", WTERMSIG(ended.status));
}

}  // namespace libraries
