#include "app/clinical/safety/medicine_names.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace clinical {

bool is_medicine(const schema::OtherTreatment& treatment,
                 schema::TreatmentKind kind,
                 std::span<const std::string_view> names) {
    if (treatment.kind != kind || !treatment.name) {
        return false;
    }
    auto text = *treatment.name;
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char letter) {
        return static_cast<char>(std::tolower(letter));
    });
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
        return text.find(name) != std::string::npos;
    });
}

}  // namespace clinical
