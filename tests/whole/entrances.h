#pragma once
// The three entrances of the book: what is typed at the command line, sent to the interface, and
// imported, each as people and programs use it.

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "app/cli/run.h"
#include "app/json/json_value.h"
#include "schema/kinds/kinds.h"
#include "tests/app/server/served_book.h"

namespace whole {

using kinds::Type;
using Texts = std::vector<std::pair<std::string, std::string>>;  // by the fields' names

// A record that is refused by nobody.
struct Sound {
    std::string noun;
    std::string verb;
    Texts texts;
    std::string areas{};  // of a session
};

inline const std::vector<Sound>& sound_records() {
    static const std::vector<Sound> all{
        {"condition", "add", {{"kind", "isotretinoin"}, {"from", "2025-01-10"}}},
        {"course",
         "start",
         {{"concern", "acne_scars"}, {"sessions", "6"}, {"every", "4w"}, {"on", "2026-01-05"}}},
        {"session", "record", {{"at", "2026-01-05T10:30"}, {"device", "pen"}}, "chin:0.5:2"},
        {"application", "record", {{"at", "2026-01-05T18:00"}, {"active", "niacinamide"}}},
        {"acne", "record", {{"on", "2026-01-05"}, {"iga", "3"}}},
        {"scars", "record", {{"on", "2026-01-05"}, {"goodman_baron_grade", "3"}}},
        {"pigmentation",
         "record",
         {{"on", "2026-01-05"}, {"kind", "pih"}, {"melanin_index", "40"}}},
        {"reading", "record", {{"on", "2026-01-05"}, {"what", "tewl"}, {"value", "14.2"}}},
        {"questionnaire", "record", {{"on", "2026-01-05"}, {"which", "dlqi"}, {"total", "7"}}},
        {"event", "record", {{"kind", "erythema"}, {"onset", "2026-01-05"}, {"severity", "1"}}},
        {"treatment", "add", {{"kind", "peel"}, {"from", "2026-02-01"}}},
        // Cancelled: two that take their time cannot be at once.
        {"appointment",
         "add",
         {{"at", "2026-01-05T10:30"}, {"minutes", "30"}, {"status", "cancelled"}}},
        {"contact",
         "add",
         {{"at", "2026-01-05"}, {"channel", "telephone"}, {"outcome", "no_answer"}}},
    };
    return all;
}

inline Texts with(Texts texts, std::string_view name, std::string value) {
    for (auto& [known, text] : texts) {
        if (known == name) {
            text = std::move(value);
            return texts;
        }
    }
    texts.emplace_back(name, std::move(value));
    return texts;
}

enum class Answer { stored, asked, refused };

class Entrances : public server::ServedBook {
  protected:
    // A patient of whom nothing is in the book.
    std::string new_chart() {
        auto chart = fmt::format("P-{}", ++patients_);
        EXPECT_EQ(run({"patient", "add", "--chart", chart, "--born", "1990-01-01"}),
                  Answer::stored);
        return chart;
    }

    Answer run(std::vector<std::string> words) {
        words.insert(words.end(), {"--book", book().string(), "--actor", "nurse"});
        std::ostringstream out;
        said_ = {};
        cli::Io io{.out = out, .err = said_};
        if (cli::run(words, io) == 0) {
            return Answer::stored;
        }
        return said_.str().find("--confirm") != std::string::npos ? Answer::asked : Answer::refused;
    }

    Answer typed(const Sound& sound, const Texts& texts, const std::vector<std::string>& confirm) {
        std::vector<std::string> words{sound.noun, sound.verb, chart_};
        for (const auto& [name, text] : texts) {
            auto option = "--" + name;
            std::replace(option.begin(), option.end(), '_', '-');
            words.insert(words.end(), {option, text});
        }
        if (!sound.areas.empty()) {
            words.insert(words.end(), {"--area", sound.areas});
        }
        for (const auto& each : confirm) {
            words.insert(words.end(), {"--confirm", each});
        }
        return run(words);
    }

    // As the pages send it: what is plainly a number as one, all else as it was typed.
    Answer sent(const Sound& sound, const Texts& texts, const std::vector<std::string>& confirm) {
        auto body = server::Json::object();
        for (const auto& [name, text] : texts) {
            const auto type = kinds::named(sound.noun).field(name)->type;
            const bool is_number = type == Type::whole || type == Type::number || type == Type::id;
            const auto number = server::Json::parse(text, nullptr, false);
            if (is_number && number.is_number() && text.find_first_of("eE") == std::string::npos) {
                body[name] = number;
            } else {
                body[name] = text;
            }
        }
        if (!sound.areas.empty()) {
            body["areas"] = {{{"region", "chin"}, {"depth_mm", 0.5}, {"passes", 2}}};
        }
        if (!confirm.empty()) {
            body["confirm"] = confirm;
        }
        const auto reply =
            post(fmt::format("/api/v1/patients/{}/{}", chart_, sound.noun), body.dump());
        said_ = std::ostringstream(reply.body, std::ios::ate);
        return reply.status == 201   ? Answer::stored
               : reply.status == 409 ? Answer::asked
                                     : Answer::refused;
    }

    Answer imported(const Sound& sound, const Texts& texts, bool confirmed) {
        const auto file = book().parent_path() / "in.csv";
        std::string header = "patient";
        std::string row = chart_;
        for (const auto& [name, text] : texts) {
            header += "," + name;
            row += ",\"" + text + "\"";
        }
        if (!sound.areas.empty()) {
            header += ",areas";
            row += "," + sound.areas;
        }
        std::ofstream(file, std::ios::binary) << header << "\n" << row << "\n";
        std::vector<std::string> words{
            "import", file.string(), "--as", std::string(kinds::named(sound.noun).plural)};
        if (confirmed) {
            words.insert(words.end(), {"--confirm", "implausible", "--confirm", "duplicate"});
        }
        return run(words);
    }

    std::size_t records(const std::string& noun) {
        return server::Json::parse(get(fmt::format("/api/v1/patients/{}/{}", chart_, noun)).body)
            .size();
    }

    std::string chart_;
    std::ostringstream said_;

  private:
    int patients_ = 0;
};

}  // namespace whole
