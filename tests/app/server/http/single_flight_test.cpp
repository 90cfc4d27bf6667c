// Equal questions on real sockets: a listener whose answers wait until the test lets them go.

#include "app/server/http/single_flight.h"

#include <chrono>
#include <condition_variable>
#include <future>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "app/server/http/listener.h"
#include "tests/app/server/http/client.h"

namespace server::single_flight_test {
namespace {

class SlowListener : public testing::Test {
  protected:
    // An answer says the how manieth computing it is. The client is the number in the path.
    SlowListener()
        : port_(socket_.port()),
          listener_(
              std::move(socket_),
              {.refusal = [](const Request&) { return std::nullopt; },
               .body_limit = [](const Request&) { return std::size_t{0}; },
               .placement =
                   [this](const Request& request) {
                       count_arrival();
                       return Placement{.pool = WorkerPool::slow,
                                        .client = request.segments.size(),
                                        .same_as = request.query_parameter("alone")
                                                       ? std::string()
                                                       : request.target};
                   },
               .answer = [this](const Request&) { return compute(); },
               .fault = [](int status) { return json_response(std::string("fault"), status); }},
              {}) {}
    ~SlowListener() override { let_go(1000); }

    std::future<Reply> ask(const std::string& target) {
        auto wire = std::make_shared<Wire>(port_);
        wire->send("GET " + target + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");
        return std::async(std::launch::async, [wire] { return read_reply(wire->read(20'000)); });
    }
    // Until so many computings have begun.
    void wait_for(int begun) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return begun_ >= begun; });
    }
    void let_go(int count) {
        const std::lock_guard lock(mutex_);
        may_end_ += count;
        changed_.notify_all();
    }
    // Until so many requests have come, and the last one has found its place.
    void wait_for_arrivals(int count) {
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [&] { return arrived_ >= count; });
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }

  private:
    void count_arrival() {
        const std::lock_guard lock(mutex_);
        ++arrived_;
        changed_.notify_all();
    }
    Response compute() {
        std::unique_lock lock(mutex_);
        const int mine = ++begun_;
        changed_.notify_all();
        changed_.wait(lock, [&] { return may_end_ >= mine; });
        return json_response(std::to_string(mine));
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    int arrived_ = 0;
    int begun_ = 0;
    int may_end_ = 0;
    ListeningSocket socket_{SocketAddress::loopback(0)};
    int port_;
    Listener listener_;
};

TEST_F(SlowListener, AnswersEqualQuestionsThatWaitByOneComputing) {
    auto first = ask("/a");
    wait_for(1);
    std::vector<std::future<Reply>> waiting;
    for (int i = 0; i < 20; ++i) {
        waiting.push_back(ask("/a"));
    }
    auto other = ask("/b");
    wait_for_arrivals(22);
    let_go(3);
    EXPECT_EQ(first.get().body, "1\n");
    std::set<std::string> bodies;
    for (auto& each : waiting) {
        const auto reply = each.get();
        EXPECT_EQ(reply.status, 200);
        bodies.insert(reply.body);
    }
    EXPECT_EQ(bodies.size(), 1U) << "computed once";
    EXPECT_NE(*bodies.begin(), "1\n") << "it had begun before they asked";
    EXPECT_NE(other.get().body, *bodies.begin());
}

TEST_F(SlowListener, TellsOneClientToComeBackAndServesTheOthers) {
    auto first = ask("/a?alone=1");
    wait_for(1);
    std::vector<std::future<Reply>> waiting;
    for (int i = 0; i < 8; ++i) {
        waiting.push_back(ask("/a?alone=1"));
    }
    auto other = ask("/a/b?alone=1");
    wait_for_arrivals(10);
    let_go(1000);
    int refused = 0;
    for (auto& each : waiting) {
        refused += each.get().status == 503 ? 1 : 0;
    }
    EXPECT_EQ(refused, 2) << "six wait";
    EXPECT_EQ(other.get().status, 200);
}

}  // namespace
}  // namespace server::single_flight_test
