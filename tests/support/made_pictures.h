#pragma once
// Pictures that make_pictures drew, in a folder of the test; and what it and exiftool tell of
// files.

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/program.h"
#include "tests/support/temporary_folder.h"

namespace support {

class MadePictures {
  public:
    MadePictures() { ask({MAKE_PICTURES, folder_.path().string()}); }

    std::filesystem::path path(const std::string& name) const { return folder_.path() / name; }
    std::string bytes(const std::string& name) const {
        std::ifstream in(path(name), std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::filesystem::path put(const std::string& name, const std::string& bytes) const {
        std::ofstream(path(name), std::ios::binary) << bytes;
        return path(name);
    }
    std::string coefficients(const std::string& name) const {
        return ask({MAKE_PICTURES, "coefficients", path(name).string()});
    }
    std::string pixels(const std::string& name) const {
        return ask({MAKE_PICTURES, "pixels", path(name).string()});
    }
    std::filesystem::path draw(int number) const {
        const auto file = path("drawn" + std::to_string(number) + ".jpg");
        ask({MAKE_PICTURES, "draw", std::to_string(number), file.string()});
        return file;
    }
    // "LIGHT RED BLUE BLUR SHINE NEARER", as make_pictures says.
    std::filesystem::path skin(const std::string& name, const std::string& how) const {
        auto line = words(how);
        line.insert(line.begin(), {MAKE_PICTURES, "skin", path(name).string()});
        ask(line);
        return path(name);
    }
    void turn(int orientation, const std::string& from, const std::string& to) const {
        ask({MAKE_PICTURES,
             "turn",
             std::to_string(orientation),
             path(from).string(),
             path(to).string()});
    }
    std::string exiftool(std::vector<std::string> words) const {
        words.insert(words.begin(), "/usr/bin/exiftool");
        return ask(words);
    }

  private:
    static std::string ask(const std::vector<std::string>& line) {
        auto ran = Process(line).wait();
        if (ran.status != 0) {
            throw std::runtime_error(line[0] + " " + line[1] + ": " + ran.err);
        }
        return std::move(ran.out);
    }

    TemporaryFolder folder_;
};

}  // namespace support
