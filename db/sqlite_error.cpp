#include "db/sqlite_error.h"

#include <string>

#include <fmt/format.h>

#include "db/sqlite.h"
#include "schema/types/error.h"

namespace db {

namespace {

// What a rule of the database says, as a sentence. Its text names tables and columns, never values.
schema::Error broken_rule(int extended, const std::string& message) {
    switch (extended) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
            return schema::refused("book",
                                   fmt::format("there is already one with the same {}",
                                               message.substr(message.rfind(' ') + 1)),
                                   "look at what is there, and correct it or choose another");
        case SQLITE_CONSTRAINT_FOREIGNKEY:
            return schema::refused("book",
                                   "refers to a record that is not there or is another patient's",
                                   "check the ids that were given");
        case SQLITE_CONSTRAINT_TRIGGER:
            return schema::refused("book", message, "check the values that were given");
        default:
            return schema::refused("book",
                                   fmt::format("a rule of the book forbids this ({})", message),
                                   "check the values that were given");
    }
}

schema::Error as_ours(const SQLite::Exception& error) {
    switch (error.getErrorCode() & 0xFF) {  // the kind, without what it was about
        case SQLITE_CONSTRAINT:
            return broken_rule(error.getExtendedErrorCode(), error.what());
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return schema::busy("book", "is busy", "wait a moment, then try again");
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return schema::damaged("book",
                                   fmt::format("the file is damaged ({})", error.what()),
                                   "run `needlebook check`, then restore a backup");
        case SQLITE_FULL:
            return schema::damaged(
                "book", "the disk is full", "make room, then try again; nothing was lost");
        default:
            return schema::damaged(
                "book",
                fmt::format("cannot be used ({})", error.what()),
                "check the disk and the rights of the file, then run `needlebook check`");
    }
}

}  // namespace

void translate(const std::function<void()>& work) {
    try {
        work();
    } catch (const SQLite::Exception& error) {
        throw as_ours(error);
    }
}

}  // namespace db
