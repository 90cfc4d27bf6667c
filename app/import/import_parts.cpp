#include "app/import/import_parts.h"

namespace exchange {

namespace {

std::string joined_answers(const std::vector<SlotText>& items) {
    std::vector<std::string> answers;
    for (const auto& item : items) {
        const auto number =
            static_cast<std::size_t>(*schema::Text<int>::read(item.column->spec.slot));
        if (answers.size() < number) {
            answers.resize(number);
        }
        answers[number - 1] = item.text;
    }
    std::string text;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        text += (i == 0 ? "" : ",") + answers[i];
    }
    return text;
}

}  // namespace

std::vector<std::string> parts_of(const Plan& plan) {
    std::vector<std::string> parts;
    for (const auto& column : plan.columns) {
        const auto& part = column.spec.part;
        if (!part.empty() && std::find(parts.begin(), parts.end(), part) == parts.end()) {
            parts.push_back(part);
        }
    }
    return parts;
}

std::string joined_items(const std::string& field, const std::vector<SlotText>& slots) {
    std::vector<SlotText> items;
    bool answered = false;
    for (const auto& slot : slots) {
        if (slot.column->spec.name == field) {
            items.push_back(slot);
            answered = answered || !slot.text.empty();
        }
    }
    if (!answered) {
        return "";
    }
    if (field == "answers") {
        return joined_answers(items);
    }
    std::string text;
    for (const auto& item : items) {
        text += (text.empty() ? "" : ",") + item.column->spec.slot + "=" + item.text;
    }
    return text;
}

}  // namespace exchange
