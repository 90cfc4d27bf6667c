#include "app/texts/message.h"

#include <unicode/messagepattern.h>
#include <unicode/unistr.h>

namespace texts {

namespace {

using Kind = MessagePiece::Kind;
using Part = icu::MessagePattern::Part;

class Reading {
  public:
    explicit Reading(const icu::MessagePattern& pattern)
        : pattern_(pattern), text_(pattern.getPatternString()) {}

    // That begins with this part.
    Message message(int begin) const {
        Message message;
        const int limit = pattern_.getLimitPartIndex(begin);
        int from = pattern_.getPart(begin).getLimit();
        for (int i = begin + 1; i <= limit; ++i) {
            const auto& part = pattern_.getPart(i);
            add_text(message, from, part.getIndex());
            from = part.getLimit();
            if (part.getType() == UMSGPAT_PART_TYPE_REPLACE_NUMBER) {
                message.pieces.push_back({Kind::count, "", {}});
            } else if (part.getType() == UMSGPAT_PART_TYPE_ARG_START) {
                message.pieces.push_back(argument(i));
                i = pattern_.getLimitPartIndex(i);
                from = pattern_.getPart(i).getLimit();
            }
        }
        return message;
    }

  private:
    std::string utf8(int from, int to) const {
        std::string text;
        text_.tempSubStringBetween(from, to).toUTF8String(text);
        return text;
    }
    std::string utf8(const Part& part) const { return utf8(part.getIndex(), part.getLimit()); }

    void add_text(Message& message, int from, int to) const {
        if (from < to) {
            message.pieces.push_back({Kind::text, utf8(from, to), {}});
        }
    }

    MessagePiece argument(int begin) const {
        const auto type = pattern_.getPart(begin).getArgType();
        MessagePiece piece{type == UMSGPAT_ARG_TYPE_PLURAL   ? Kind::plural
                           : type == UMSGPAT_ARG_TYPE_SELECT ? Kind::select
                                                             : Kind::argument,
                           utf8(pattern_.getPart(begin + 1)),
                           {}};
        const int limit = pattern_.getLimitPartIndex(begin);
        for (int i = begin + 2; i < limit; ++i) {
            const auto& part = pattern_.getPart(i);
            if (part.getType() == UMSGPAT_PART_TYPE_ARG_SELECTOR) {
                piece.forms.push_back({utf8(part), {}});
            } else if (part.getType() == UMSGPAT_PART_TYPE_MSG_START) {
                piece.forms.back().says.push_back(message(i));
                i = pattern_.getLimitPartIndex(i);
            }
        }
        return piece;
    }

    const icu::MessagePattern& pattern_;
    const icu::UnicodeString& text_;
};

}  // namespace

Message message_of(std::string_view pattern) {
    const Message as_it_stands{{{Kind::text, std::string(pattern), {}}}};
    if (pattern.find_first_of("{'") == std::string_view::npos) {
        return as_it_stands;
    }
    auto status = U_ZERO_ERROR;
    const icu::MessagePattern read(
        icu::UnicodeString::fromUTF8(std::string(pattern)), nullptr, status);
    return U_SUCCESS(status) ? Reading(read).message(0) : as_it_stands;
}

}  // namespace texts
