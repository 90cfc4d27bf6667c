#include <algorithm>
#include <cctype>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "tests/app/clinical/safety/medicines_read.h"

namespace clinical::medicine_lists_test {
namespace {

std::vector<std::string> split(std::string_view names) {
    std::vector<std::string> all;
    while (!names.empty()) {
        const auto end = std::min(names.find(", "), names.size());
        all.emplace_back(names.substr(0, end));
        names.remove_prefix(std::min(end + 2, names.size()));
    }
    return all;
}

struct ListedName {
    MedicineClass kind;
    std::string name;
    bool is_latin;
};

std::vector<ListedName> listed_names() {
    std::vector<ListedName> all;
    for (const auto& list : medicine_lists()) {
        for (const auto& medicine : list.medicines) {
            if (medicine.generic.find(',') == std::string_view::npos) {
                all.push_back({list.kind, std::string(medicine.generic), true});
            }
            for (auto& name : split(medicine.names)) {
                all.push_back({list.kind, std::move(name), true});
            }
            for (auto& name : split(medicine.arabic)) {
                all.push_back({list.kind, std::move(name), false});
            }
        }
    }
    return all;
}

std::string capitals(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char letter) {
        return static_cast<char>(std::toupper(letter));
    });
    return text;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// In code points.
std::size_t letters(std::string_view name) {
    return static_cast<std::size_t>(std::count_if(name.begin(), name.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x80 ? is_letter(c) : (byte & 0xC0U) != 0x80U;
    }));
}

// Every spelling of the name with one letter missing.
std::vector<std::string> with_a_letter_less(const std::string& name) {
    std::vector<std::string> all;
    for (std::size_t i = 0; i < name.size();) {
        auto size = std::size_t{1};
        while (i + size < name.size() &&
               (static_cast<unsigned char>(name[i + size]) & 0xC0U) == 0x80U) {
            ++size;
        }
        if (size > 1 || is_letter(name[i])) {
            all.emplace_back(name).erase(i, size);
        }
        i += size;
    }
    return all;
}

TEST(MedicineLists, EveryClassHasItsListWithASourceAndWhatIsUnverified) {
    const auto lists = medicine_lists();
    ASSERT_EQ(lists.size(), schema::Words<MedicineClass>::all.size());
    for (std::size_t i = 0; i < lists.size(); ++i) {
        EXPECT_TRUE(lists[i].kind == static_cast<MedicineClass>(i) && !lists[i].source.empty() &&
                    !lists[i].unverified.empty())
            << i;
    }
}

TEST(MedicineLists, NoNameIsListedTwiceInAClass) {
    std::set<std::pair<MedicineClass, std::string>> seen;
    for (const auto& [kind, name, is_latin] : listed_names()) {
        EXPECT_TRUE(seen.insert({kind, capitals(name)}).second) << name;
    }
}

std::vector<std::string> with_doses(const ListedName& listed) {
    const auto& name = listed.name;
    return {name,
            capitals(name),
            name + " 20 mg",
            name == "FK506" ? name : name + "20mg",
            listed.is_latin ? "5 mg tab " + name + " daily" : name + " مجم يوميا",
            listed.is_latin ? name + " crème 2x1" : "حبة " + name};
}

bool is_read_exactly(std::string_view text, MedicineClass kind) {
    const auto read = read_medicines(text);
    return kinds(text).contains(kind) && !is_guess(read) && read.unknown.empty();
}

TEST(ReadMedicines, KnowsEveryListedNameExactlyInCapitalsAndWithADose) {
    std::string missed;
    for (const auto& listed : listed_names()) {
        for (const auto& text : with_doses(listed)) {
            missed += is_read_exactly(text, listed.kind) ? "" : text + "\n";
        }
    }
    EXPECT_EQ(missed, "");
}

std::string missed_with_a_letter_less(const ListedName& listed) {
    std::string missed;
    for (const auto& text : with_a_letter_less(listed.name)) {
        if (!kinds(text).contains(listed.kind)) {
            missed.append(listed.name).append(": ").append(text).append("\n");
        }
    }
    return missed;
}

TEST(ReadMedicines, KnowsEveryLongNameWithOneLetterMissing) {
    std::string missed;
    for (const auto& listed : listed_names()) {
        const bool is_long = letters(listed.name) >= (listed.is_latin ? 6U : 5U);
        missed += is_long ? missed_with_a_letter_less(listed) : "";
    }
    // Names of others: a spelling of Accutane, tretinoin with the article, and Centrum, a
    // multivitamin.
    EXPECT_EQ(missed,
              "Acicutan: Accutan\n"
              "اليتريتينوين: التريتينوين\n"
              "سينتروم: سنتروم\n");
}

}  // namespace
}  // namespace clinical::medicine_lists_test
