#pragma once
// The program at a terminal, with somebody who answers what it asks.

#include <array>
#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/program.h"

namespace support {

// Runs the line with a terminal as its three streams; each time `prompt` appears, the next answer
// is typed, without one the end of the input. Gives the exit status, and as `out` what the terminal
// showed, with what was typed.
inline Ran at_terminal(std::vector<std::string> line,
                       const std::map<std::string, std::string>& environment,
                       const std::string& prompt,
                       const std::vector<std::string>& answers) {
    int terminal = -1;
    const auto id = ::forkpty(&terminal, nullptr, nullptr, nullptr);
    if (id < 0) {
        throw std::runtime_error("no terminal");
    }
    if (id == 0) {
        for (const auto& [name, value] : environment) {
            ::setenv(name.c_str(), value.c_str(), 1);
        }
        std::vector<char*> words;
        for (auto& word : line) {
            words.push_back(word.data());
        }
        words.push_back(nullptr);
        ::execv(words.front(), words.data());
        ::_exit(127);
    }
    Ran ran;
    std::size_t seen = 0;
    std::size_t answered = 0;
    std::array<char, 4096> bytes{};
    for (ssize_t count = 0; (count = ::read(terminal, bytes.data(), bytes.size())) > 0;) {
        ran.out.append(bytes.data(), static_cast<std::size_t>(count));
        for (std::size_t at = 0; (at = ran.out.find(prompt, seen)) != std::string::npos;) {
            seen = at + prompt.size();
            const auto typed = answered < answers.size() ? answers[answered] + "\n" : "\x04";
            ++answered;
            if (::write(terminal, typed.data(), typed.size()) < 0) {
                break;
            }
        }
    }
    int state = 0;
    ::waitpid(id, &state, 0);
    ::close(terminal);
    ran.status = WIFEXITED(state) ? WEXITSTATUS(state) : -WTERMSIG(state);
    return ran;
}

}  // namespace support
