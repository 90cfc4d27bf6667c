#pragma once
// A pattern of ICU's MessageFormat, read once.

#include <string>
#include <string_view>
#include <vector>

namespace texts {

struct Message;

// A form of a plural or a select: "one", "=0", "female", and what it says.
struct MessageForm {
    std::string word;
    std::vector<Message> says;  // one; a vector because it holds what it is part of
};

struct MessagePiece {
    enum class Kind {
        text,
        argument,
        count,  // #: the number of the plural around it
        plural,
        select,
    };

    Kind kind = Kind::text;
    std::string text;  // or the name of the argument
    std::vector<MessageForm> forms{};
};

struct Message {
    std::vector<MessagePiece> pieces;
};

// Named arguments, plural and select. What is no such pattern is a text as it stands: the build has
// refused it before (app/texts/table.mjs).
Message message_of(std::string_view pattern);

}  // namespace texts
