#pragma once
// By which right a line is asked for; of photographs and consents, which no example makes alone.

#include <map>
#include <string>
#include <vector>

#include "app/access/right.h"

namespace whole {

struct Asked {
    access_control::Right right;
    std::string line;             // without needlebook
    bool may_be_refused = false;  // for another reason, of who has the right too
};

// What those lines are about.
inline std::vector<std::string> lines_before_photos() {
    return {"consent-form add --name Talk --edition 1 --scope teaching --text-en Yes",
            "consent-form add --name Two --edition 1 --scope research --text-en Yes",
            "consent-form add --name Three --edition 1 --scope publication --text-en Yes",
            "consent-form void 3 --reason old",
            "consent record C-001 --form 1 --language en --at 2026-01-05",
            "photo add C-001 --file front.jpg --view front --at 2026-01-05T10:30",
            "photo add C-001 --file second.png --view front --at 2026-01-05",
            "photo void 2 --reason twice"};
}

inline std::map<std::string, Asked> asked_of_photos() {
    using enum access_control::Right;
    return {{"photo add",
             {write_observations, "photo add C-002 --file front.jpg --view front --at 2026-01-06"}},
            {"photo correct", {write_observations, "photo correct 1 --view back --reason slip"}},
            {"photo tidy", {keep_book, "photo tidy --yes"}},
            {"consent record",
             {write_observations, "consent record C-002 --form 1 --language en --at 2026-01-05"}},
            {"consent withdraw", {write_observations, "consent withdraw 1 --reason asked"}},
            {"consent-form add",
             {change_settings,
              "consent-form add --name Four --edition 2 --scope research --text-en Y"}},
            {"consent-form correct",
             {change_settings, "consent-form correct 2 --name Talk2 --reason renamed"}},
            {"consent-form void", {change_settings, "consent-form void 2 --reason old"}},
            {"consent-form restore", {change_settings, "consent-form restore 3 --reason slip"}}};
}

}  // namespace whole
