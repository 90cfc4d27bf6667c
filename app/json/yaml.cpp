#include "app/json/yaml.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace exchange {

namespace {

using Json = OrderedJson;

constexpr std::size_t columns = 120;

// Whether a text stands for itself without quotes, in a flow too.
bool is_plain(std::string_view text) {
    constexpr std::array<std::string_view, 9> words{
        "null", "true", "false", "yes", "no", "on", "off", "y", "n"};
    constexpr std::string_view signs = "_ .'()=;/-$";
    const auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
    const auto is_fit = [&](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0 ||
               signs.find(c) != signs.npos;
    };
    return !text.empty() && (is_letter(text.front()) || text.front() == '$') &&
           text.back() != ' ' && std::all_of(text.begin(), text.end(), is_fit) &&
           std::find(words.begin(), words.end(), text) == words.end();
}

std::string scalar(const Json& value) {
    return value.is_string() && is_plain(value.get<std::string>()) ? value.get<std::string>()
                                                                   : value.dump();
}

// A path stands for itself as well, as long as it is no member of a flow.
std::string block_key(const std::string& name) {
    return name.front() == '/' ? name : scalar(name);
}

std::string flow(const Json& value) {
    if (!value.is_structured()) {
        return scalar(value);
    }
    std::string text;
    for (const auto& [name, each] : value.items()) {
        text += text.empty() ? "" : ", ";
        text += (value.is_object() ? scalar(name) + ": " : "") + flow(each);
    }
    return value.is_object() ? "{" + text + "}" : "[" + text + "]";
}

std::string block(const Json& value, std::size_t indent);

// `begin` is the margin and the key or dash that the value belongs to.
std::string entry(const std::string& begin, const Json& value, std::size_t indent) {
    const auto line = begin + " " + flow(value);
    if (line.size() <= columns || !value.is_structured()) {
        return line + "\n";
    }
    if (begin.back() == '-') {
        return begin + block(value, indent + 2).substr(indent + 1);
    }
    return begin + "\n" + block(value, indent + 2);
}

std::string block(const Json& value, std::size_t indent) {
    const std::string margin(indent, ' ');
    std::string text;
    for (const auto& [name, each] : value.items()) {
        text += entry(margin + (value.is_object() ? block_key(name) + ":" : "-"), each, indent);
    }
    return text;
}

}  // namespace

std::string yaml_members(const Json& object, std::size_t indent) {
    return block(object, indent);
}

}  // namespace exchange
