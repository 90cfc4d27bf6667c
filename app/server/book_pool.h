#pragma once
// A few open books to read from, so that a question does not have to open one.

#include <filesystem>
#include <mutex>
#include <vector>

#include "db/book.h"

namespace server {

class BookPool {
  public:
    explicit BookPool(std::filesystem::path file) : file_(std::move(file)) {}

    // A book for one question at a time; it comes back when this goes.
    class Loan {
      public:
        Loan(BookPool& pool, db::Book book) : pool_(pool), book_(std::move(book)) {}
        ~Loan() { pool_.take_back(std::move(book_)); }
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        const db::Book& operator*() const { return book_; }

      private:
        BookPool& pool_;
        db::Book book_;
    };

    // Opens one if none is free. Throws as db::Book::open.
    Loan lend();

  private:
    void take_back(db::Book book);

    const std::filesystem::path file_;
    std::mutex mutex_;
    std::vector<db::Book> free_;
};

}  // namespace server
