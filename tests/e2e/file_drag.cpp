// SPDX-License-Identifier: Apache-2.0
#include "tests/e2e/file_drag.h"

#include <array>
#include <chrono>
#include <memory>
#include <stdexcept>

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <poll.h>

namespace kith::test {
namespace {

class FileDrag {
 public:
  FileDrag(const std::string& display, const std::vector<std::filesystem::path>& files)
      : display_(XOpenDisplay(display.c_str()), &XCloseDisplay) {
    if (!display_) throw std::runtime_error("no X display " + display);
    source_ = XCreateSimpleWindow(display_.get(), DefaultRootWindow(display_.get()), 0, 0, 1, 1, 0, 0, 0);
    for (const std::filesystem::path& file : files)
      uris_ += "file://" + file.string() + "\r\n";
  }

  void Drop() {
    const Window target = Target();
    XSetSelectionOwner(display_.get(), Named("XdndSelection"), source_, CurrentTime);
    constexpr long kVersion = 5;
    constexpr long kPlace = 200L << 16 | 200L;
    Send(target, "XdndEnter", {kVersion << 24, static_cast<long>(Named("text/uri-list")), 0, 0});
    Send(target, "XdndPosition", {0, kPlace, CurrentTime, static_cast<long>(Named("XdndActionCopy"))});
    WaitFor("XdndStatus");
    Send(target, "XdndDrop", {0, CurrentTime, 0, 0});
    WaitFor("XdndFinished");
  }

 private:
  Atom Named(const char* name) const { return XInternAtom(display_.get(), name, False); }

  bool TakesDrops(Window window) const {
    int count = 0;
    const std::unique_ptr<Atom, int (*)(void*)> properties(XListProperties(display_.get(), window, &count),
                                                           &XFree);
    for (int i = 0; i < count; ++i) {
      if (properties.get()[i] == Named("XdndAware")) return true;
    }
    return false;
  }

  /// There is no window manager: the program's window is a child of the root.
  Window Target() const {
    Window root = 0;
    Window parent = 0;
    Window* children = nullptr;
    unsigned count = 0;
    XQueryTree(display_.get(), DefaultRootWindow(display_.get()), &root, &parent, &children, &count);
    const std::unique_ptr<Window, int (*)(void*)> owned(children, &XFree);
    for (unsigned i = 0; i < count; ++i) {
      if (TakesDrops(children[i])) return children[i];
    }
    throw std::runtime_error("no window takes files");
  }

  void Send(Window target, const char* message, const std::array<long, 4>& data) {
    XEvent event{};
    event.xclient.type = ClientMessage;
    event.xclient.window = target;
    event.xclient.message_type = Named(message);
    event.xclient.format = 32;
    event.xclient.data.l[0] = static_cast<long>(source_);
    for (int i = 0; i < 4; ++i)
      event.xclient.data.l[i + 1] = data[static_cast<std::size_t>(i)];
    XSendEvent(display_.get(), target, False, NoEventMask, &event);
    XFlush(display_.get());
  }

  /// Hands the names over when they are asked for, until the message comes.
  void WaitFor(const char* message) {
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (std::chrono::steady_clock::now() < deadline) {
      pollfd connection{ConnectionNumber(display_.get()), POLLIN, 0};
      if (XPending(display_.get()) == 0 && poll(&connection, 1, 1000) <= 0) continue;
      while (XPending(display_.get()) > 0) {
        XEvent event;
        XNextEvent(display_.get(), &event);
        if (event.type == SelectionRequest) Answer(event.xselectionrequest);
        if (event.type == ClientMessage && event.xclient.message_type == Named(message)) return;
      }
    }
    throw std::runtime_error(std::string("waited in vain for ") + message);
  }

  void Answer(const XSelectionRequestEvent& request) {
    XChangeProperty(display_.get(), request.requestor, request.property, request.target, 8, PropModeReplace,
                    reinterpret_cast<const unsigned char*>(uris_.data()), static_cast<int>(uris_.size()));
    XEvent answer{};
    answer.xselection.type = SelectionNotify;
    answer.xselection.requestor = request.requestor;
    answer.xselection.selection = request.selection;
    answer.xselection.target = request.target;
    answer.xselection.property = request.property;
    answer.xselection.time = request.time;
    XSendEvent(display_.get(), request.requestor, False, NoEventMask, &answer);
    XFlush(display_.get());
  }

  std::unique_ptr<Display, int (*)(Display*)> display_;
  Window source_ = 0;
  std::string uris_;
};

}  // namespace

void DropFiles(const std::string& display, const std::vector<std::filesystem::path>& files) {
  FileDrag(display, files).Drop();
}

}  // namespace kith::test
