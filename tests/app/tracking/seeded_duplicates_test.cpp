// How many of the people who are registered a second time are asked about, and how many new ones
// are asked about for nothing. All of them are made up.

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "app/tracking/catalogue.h"
#include "app/tracking/twins.h"
#include "db/records/records.h"
#include "tests/support/repetitions.h"
#include "tests/support/temporary_folder.h"

namespace tracking::seeded_duplicates_test {
namespace {

using schema::Patient;

// A name in both scripts; the Arabic one with all its marks of spelling.
struct Name {
    const char* latin;
    const char* arabic;
};
constexpr std::array<Name, 24> names{{
    {"Ahmed", "أحمد"},   {"Mona", "منى"},        {"Hoda", "هدى"},
    {"Fatma", "فاطمة"},  {"Ibrahim", "إبراهيم"}, {"Amal", "آمال"},
    {"Nadia", "نادية"},  {"Esraa", "إسراء"},     {"Mostafa", "مصطفى"},
    {"Salma", "سلمى"},   {"Omar", "عمر"},        {"Khaled", "خالد"},
    {"Samira", "سميرة"}, {"Osama", "أسامة"},     {"Aya", "آية"},
    {"Tarek", "طارق"},   {"Layla", "ليلى"},      {"Hamza", "حمزة"},
    {"Youssef", "يوسف"}, {"Alaa", "آلاء"},       {"Abd El-Rahman", "عبد الرحمن"},
    {"Zeinab", "زينب"},  {"Karim", "كريم"},      {"Renée", "رينيه"},
}};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

class MadeUpPeople {
  public:
    explicit MadeUpPeople(unsigned seed) : random_(seed) {}

    Patient person() {
        const std::array<std::size_t, 3> parts{below(24), below(24), below(24)};
        Patient patient;
        patient.chart = fmt::format("N-{}", ++charts_);
        std::string latin;
        std::string arabic;
        for (const auto part : parts) {
            latin += (latin.empty() ? "" : " ") + std::string(names[part].latin);
            arabic += (arabic.empty() ? "" : " ") + std::string(names[part].arabic);
        }
        const auto scripts = below(3);
        patient.name = scripts == 0 ? std::nullopt : std::optional(latin);
        patient.name_ar = scripts == 1 ? std::nullopt : std::optional(arabic);
        const auto born = schema::Date::of(1950, 1, 1)->plus_days(static_cast<int>(below(21'000)));
        patient.born = schema::PartialDate::read(born.text().substr(0, one_in(10) ? 4 : 10));
        if (!one_in(5)) {
            patient.telephone = fmt::format("01{}{:08}", below(3), below(100'000'000));
        }
        return patient;
    }

    // The same person, registered by somebody else: by name and birth, or by telephone.
    Patient again(const Patient& person) {
        Patient patient = person;
        patient.chart = fmt::format("N-{}", ++charts_);
        if (patient.name && patient.name_ar && one_in(2)) {
            (one_in(2) ? patient.name : patient.name_ar).reset();
        }
        patient.name = varied(patient.name, &MadeUpPeople::latin);
        patient.name_ar = varied(patient.name_ar, &MadeUpPeople::arabic);
        patient.telephone = varied(patient.telephone, &MadeUpPeople::number);
        if (patient.telephone && one_in(3)) {
            patient.name = "Somebody Married";
            patient.name_ar.reset();
            patient.born.reset();
        } else {
            if (one_in(3)) {
                patient.telephone = fmt::format("01{}{:08}", below(3), below(100'000'000));
            }
            if (one_in(5)) {
                patient.born = schema::PartialDate::read(patient.born->text().substr(0, 4));
            }
        }
        return patient;
    }

    std::size_t below(std::size_t limit) { return random_() % limit; }

  private:
    bool one_in(std::size_t count) { return below(count) == 0; }

    std::optional<std::string> varied(std::optional<std::string> text,
                                      std::string (MadeUpPeople::*variation)(std::string)) {
        return text ? std::optional((this->*variation)(std::move(*text))) : std::nullopt;
    }

    std::string latin(std::string name) {
        switch (below(7)) {
            case 0:
                for (auto& c : name) {
                    c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
                }
                return name;
            case 1:
                return "  " + replaced(name, " ", "  ") + " ";
            case 2:
                return replaced(name, " ", "\u00A0");
            case 3: {
                const auto last = name.rfind(' ');
                return name.substr(last + 1) + ", " + name.substr(0, last);
            }
            case 4:
                return replaced(name, "-", "\u2010");
            case 5:
                return replaced(name, "é", "e\u0301");
            default:
                return name + "\u200E";
        }
    }

    std::string arabic(std::string name) {
        switch (below(7)) {
            case 0:
                for (const auto* alef : {"أ", "إ", "آ"}) {
                    name = replaced(name, alef, "ا");
                }
                return name;
            case 1:
                return replaced(name, "ة", "ه");
            case 2:
                return replaced(name, "ى", "ي");
            case 3:
                return replaced(name, "م", "مـ");
            case 4:
                return replaced(replaced(name, "ح", "ح\u064E"), "ر", "ر\u0651\u0650");
            case 5:
                return "\u200F" + replaced(name, " ", "  ");
            default:
                return replaced(replaced(name, "أ", "ٱ"), "ة", "ه");
        }
    }

    std::string number(std::string telephone) {
        const auto national = telephone.substr(1);
        switch (below(7)) {
            case 0:
                return "+20 " + national;
            case 1:
                return "0020" + national;
            case 2:
                return telephone.substr(0, 4) + "-" + telephone.substr(4, 3) + "-" +
                       telephone.substr(7);
            case 3:
                return "+20 (" + national.substr(0, 3) + ") " + national.substr(3);
            case 4:
                return digits_from(telephone, 0x0660);
            case 5:
                return digits_from("0020" + national, 0x06F0);
            default:
                return telephone.substr(0, 4) + " " + telephone.substr(4);
        }
    }

    // With the digits of another script, each of two bytes of UTF-8.
    static std::string digits_from(const std::string& text, unsigned zero) {
        std::string other;
        for (const char c : text) {
            const auto code = zero + static_cast<unsigned>(c - '0');
            other += static_cast<char>(0xC0U | (code >> 6U));
            other += static_cast<char>(0x80U | (code & 0x3FU));
        }
        return other;
    }

    std::mt19937 random_;
    int charts_ = 0;
};

class SeededDuplicates : public testing::Test {
  protected:
    SeededDuplicates() {
        db::transact(book_, {.actor = "nurse", .action = "add"}, [&](db::Write& write) {
            for (int i = 0; i < patients_; ++i) {
                known_.push_back(people_.person());
                known_.back().id = db::insert(write, known_.back());
            }
            return std::string();
        });
        twins_.emplace(book_);
    }
    // Whom the question is about; as an import of many is asked, too.
    std::vector<std::int64_t> asked(const Patient& patient) const {
        std::vector<std::int64_t> about;
        const auto questions = twins(book_, patient);
        for (const auto& each : questions) {
            about.push_back(each.twin->id);
        }
        EXPECT_EQ(twins_->of(patient).size(), questions.size()) << patient.chart;
        return about;
    }

    const int patients_ = support::repetitions("NEEDLEBOOK_PATIENTS", 2000);
    MadeUpPeople people_{7};
    support::TemporaryFolder folder_;
    db::Book book_ =
        create_book(folder_ / "c.needlebook", {.name = "Test", .time_zone = "Etc/UTC"}, "nurse");
    std::vector<Patient> known_;
    std::optional<PatientTwins> twins_;
};

TEST_F(SeededDuplicates, AreFoundAndNewPeopleAreHardlyEverAskedAbout) {
    const int seeded = patients_ / 10;
    int found = 0;
    int asked_for_nothing = 0;
    for (int i = 0; i < seeded; ++i) {
        const auto& person = known_[people_.below(known_.size())];
        const auto about = asked(people_.again(person));
        found += std::find(about.begin(), about.end(), person.id.value) != about.end() ? 1 : 0;
        asked_for_nothing += asked(people_.person()).empty() ? 0 : 1;
    }
    fmt::print("{} of {} found, {} of {} new people asked about\n",
               found,
               seeded,
               asked_for_nothing,
               seeded);
    EXPECT_GE(found * 100, 95 * seeded);
    EXPECT_LE(asked_for_nothing * 100, 2 * seeded);
}

}  // namespace
}  // namespace tracking::seeded_duplicates_test
