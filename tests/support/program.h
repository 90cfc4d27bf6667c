#pragma once
// The program as people run it: a process of its own with words, environment, output and exit
// status.

#include <array>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace support {

// What a process left: its exit status, or minus the signal that ended it.
struct Ran {
    int status = 0;
    std::string out;
    std::string err;
};

// The words of a line, split at blanks; '…' keeps blanks, and '' is an empty word.
inline std::vector<std::string> words(std::string_view line) {
    std::vector<std::string> all;
    bool quoted = false;
    bool begun = false;
    for (const char c : line) {
        if (c == '\'') {
            quoted = !quoted;
        } else if (c == ' ' && !quoted) {
            begun = false;
            continue;
        }
        if (!begun) {
            all.emplace_back();
            begun = true;
        }
        if (c != '\'') {
            all.back() += c;
        }
    }
    return all;
}

// A process that is under way. It is killed if nobody waits for it.
class Process {
  public:
    // `line[0]` is the file to run; `environment` is set beside what this process has.
    explicit Process(const std::vector<std::string>& line,
                     const std::map<std::string, std::string>& environment = {}) {
        std::array<int, 2> out{};
        std::array<int, 2> err{};
        if (::pipe2(out.data(), O_CLOEXEC) != 0 || ::pipe2(err.data(), O_CLOEXEC) != 0) {
            throw std::runtime_error("no pipe");
        }
        posix_spawn_file_actions_t files;
        ::posix_spawn_file_actions_init(&files);
        ::posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        ::posix_spawn_file_actions_adddup2(&files, out[1], STDOUT_FILENO);
        ::posix_spawn_file_actions_adddup2(&files, err[1], STDERR_FILENO);
        auto settings = settings_with(environment);
        auto arguments = line;
        const int failure = ::posix_spawn(&id_,
                                          line.at(0).c_str(),
                                          &files,
                                          nullptr,
                                          pointers(arguments).data(),
                                          pointers(settings).data());
        ::posix_spawn_file_actions_destroy(&files);
        ::close(out[1]);
        ::close(err[1]);
        out_ = out[0];
        err_ = err[0];
        if (failure != 0) {
            id_ = 0;
            throw std::runtime_error("cannot run " + line[0]);
        }
    }
    ~Process() {
        if (id_ > 0) {
            kill();
            wait();
        }
        ::close(out_);
        ::close(err_);
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    pid_t id() const { return id_; }

    // SIGKILL: no handler runs, nothing is flushed. What it printed before can still be read.
    void kill() const { ::kill(id_, SIGKILL); }

    // SIGTERM: asks it to end.
    void ask_to_end() const { ::kill(id_, SIGTERM); }

    // The first line that it prints, without its end; nothing if it ends before that.
    std::string first_line() const {
        std::string line;
        char c = 0;
        while (::read(out_, &c, 1) == 1 && c != '\n') {
            line += c;
        }
        return line;
    }

    // Reads what it prints until its end.
    Ran wait() {
        Ran ran;
        std::array<pollfd, 2> open{pollfd{out_, POLLIN, 0}, pollfd{err_, POLLIN, 0}};
        while (open[0].fd >= 0 || open[1].fd >= 0) {
            ::poll(open.data(), open.size(), -1);
            read_some(open[0], ran.out);
            read_some(open[1], ran.err);
        }
        int state = 0;
        while (::waitpid(id_, &state, 0) < 0 && errno == EINTR) {
        }
        id_ = 0;
        ran.status = WIFEXITED(state) ? WEXITSTATUS(state) : -WTERMSIG(state);
        return ran;
    }

  private:
    static std::vector<char*> pointers(std::vector<std::string>& texts) {
        std::vector<char*> all;
        for (auto& text : texts) {
            all.push_back(text.data());
        }
        all.push_back(nullptr);
        return all;
    }
    static std::vector<std::string> settings_with(
        const std::map<std::string, std::string>& environment) {
        std::vector<std::string> settings;
        for (char** each = environ; *each != nullptr; ++each) {
            const std::string setting = *each;
            if (!environment.contains(setting.substr(0, setting.find('=')))) {
                settings.push_back(setting);
            }
        }
        for (const auto& [name, value] : environment) {
            settings.push_back(name + "=" + value);
        }
        return settings;
    }
    static void read_some(pollfd& from, std::string& into) {
        if (from.fd < 0 || from.revents == 0) {
            return;
        }
        std::array<char, 65536> bytes{};
        const auto count = ::read(from.fd, bytes.data(), bytes.size());
        if (count > 0) {
            into.append(bytes.data(), static_cast<std::size_t>(count));
        } else if (count == 0 || errno != EINTR) {
            from.fd = -1;
        }
    }

    pid_t id_ = 0;
    int out_ = -1;
    int err_ = -1;
};

// Needlebook on one book, as somebody at the cli of a clinic uses it.
class CommandLine {
  public:
    explicit CommandLine(std::filesystem::path book) : book_(std::move(book)) {}

    const std::filesystem::path& book() const { return book_; }

    // Runs `needlebook LINE` to its end.
    Ran operator()(std::string_view line) const { return run(words(line)); }
    Ran run(std::vector<std::string> line) const {
        return Process(with_program(std::move(line)), settings()).wait();
    }

    // What `needlebook LINE` prints; it must succeed.
    std::string must(std::string_view line) const {
        auto ran = (*this)(line);
        if (ran.status != 0) {
            throw std::runtime_error("needlebook " + std::string(line) + ": exit " +
                                     std::to_string(ran.status) + "\n" + ran.err);
        }
        return std::move(ran.out);
    }

    // For starting it in the background: Process(cli.line("backup x"), cli.settings()).
    static std::vector<std::string> line(std::string_view line) {
        return with_program(words(line));
    }
    std::map<std::string, std::string> settings() const { return {{"NEEDLEBOOK", book_.string()}}; }

  private:
    static std::vector<std::string> with_program(std::vector<std::string> line) {
        line.insert(line.begin(), NEEDLEBOOK);
        return line;
    }

    std::filesystem::path book_;
};

// Whether `text` is pairs of lines "error: …" / "try: …" and nothing else.
inline bool is_error_pairs(std::string_view text) {
    constexpr std::array<std::string_view, 2> heads{"error: ", "try: "};
    std::size_t lines = 0;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const auto head = heads[lines % 2];
        if (end == std::string_view::npos || !text.starts_with(head) || end <= head.size()) {
            return false;
        }
        text.remove_prefix(end + 1);
        ++lines;
    }
    return lines > 0 && lines % 2 == 0;
}

}  // namespace support
