#include "app/server/book_pool.h"

#include <optional>
#include <utility>

namespace server {

BookPool::Loan BookPool::lend() {
    std::optional<db::Book> book;
    {
        const std::lock_guard lock(mutex_);
        if (!free_.empty()) {
            book = std::move(free_.back());
            free_.pop_back();
        }
    }
    return {*this, book ? std::move(*book) : db::Book::open(file_)};
}

void BookPool::take_back(db::Book book) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(book));
}

}  // namespace server
