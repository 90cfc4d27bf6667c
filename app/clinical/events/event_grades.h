#pragma once
// What the five grades of a side effect mean, where somebody enters one: the general grading of
// CTCAE version 5, in our own words.

#include <array>
#include <string>
#include <string_view>

namespace clinical {

struct EventGrade {
    int grade = 0;
    std::string_view signs;  // what it is like
    std::string_view needs;  // what it needs, and what it keeps the patient from
};

inline constexpr std::array<EventGrade, 5> event_grades{{
    {1, "mild: no complaint, or a slight one; or seen only by you", "needs watching, no treatment"},
    {2,
     "moderate: it bothers, and keeps from some daily errands (shopping, cooking, telephone)",
     "needs a small or local treatment, such as a cream"},
    {3,
     "severe: keeps from looking after oneself (washing, dressing, eating), or disables",
     "needs a doctor's treatment, or a stay in hospital; life is not in danger"},
    {4, "life-threatening: life is in danger now", "needs help at once"},
    {5, "death because of it", "the patient is not due for anything any more"},
}};

// Two short lines for each, and their source.
inline std::string grade_notes() {
    std::string text = "Severity:\n";
    for (const auto& each : event_grades) {
        text += "  " + std::to_string(each.grade) + "  " + std::string(each.signs) + ";\n     " +
                std::string(each.needs) + ".\n";
    }
    return text + "After CTCAE version 5, general grading, in our words.\n";
}

}  // namespace clinical
