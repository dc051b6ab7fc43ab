# SPDX-License-Identifier: Apache-2.0
# One folder is one target: kith_<folder>. Third-party libraries are always PRIVATE, so that a header of
# ours can never leak one of theirs; the include rules themselves are checked by tests/architecture.

add_library(kith_options INTERFACE)
target_compile_features(kith_options INTERFACE cxx_std_20)
target_compile_options(kith_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
  # GCC 12 sees overlaps in std::string's operator+ that aren't there (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<CXX_COMPILER_ID:Clang>:-Wthread-safety>)
if(CMAKE_UNITY_BUILD)
  # Several sources compiled as one take a quarter of the time. Names of one of them are then seen by the next, which
  # both of these take for a fault; `dev` compiles each by itself and has them on.
  target_compile_options(kith_options INTERFACE -Wno-shadow $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()
target_include_directories(kith_options INTERFACE ${PROJECT_SOURCE_DIR})
target_link_options(kith_options INTERFACE LINKER:--as-needed)
if(KITH_SANITIZE)
  target_compile_options(kith_options INTERFACE -fsanitize=${KITH_SANITIZE} -fno-omit-frame-pointer)
  if(NOT KITH_SANITIZE STREQUAL "thread")
    # The three left out take a quarter of a build's time and see little that wouldn't stop the program anyway.
    target_compile_options(kith_options INTERFACE
      -fno-sanitize=null,alignment,object-size -fno-sanitize-recover=all)
  endif()
  target_link_options(kith_options INTERFACE -fsanitize=${KITH_SANITIZE})
endif()

# kith_module(<folder> SOURCES a.cpp ... [USES core ...] [LIBRARIES third::party ...])
function(kith_module folder)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  add_library(kith_${folder} STATIC ${ARG_SOURCES})
  list(TRANSFORM ARG_USES PREPEND kith_)
  target_link_libraries(kith_${folder} PUBLIC kith_options ${ARG_USES} PRIVATE ${ARG_LIBRARIES})
endfunction()

# What nearly every test includes, compiled once.
if(KITH_BUILD_TESTS)
  set(KITH_PCH_OPTIONS $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/test_prelude.cpp CONTENT "")
  add_library(kith_test_prelude OBJECT ${CMAKE_CURRENT_BINARY_DIR}/test_prelude.cpp)
  target_link_libraries(kith_test_prelude PRIVATE kith_options GTest::gmock Threads::Threads)
  target_compile_options(kith_test_prelude PRIVATE -O0 ${KITH_PCH_OPTIONS})
  target_precompile_headers(kith_test_prelude PRIVATE <filesystem> <fstream> <gmock/gmock.h> <gtest/gtest.h>)
endif()

# kith_test(<name> SOURCES a_test.cpp ... [USES core ...] [LIBRARIES third::party ...] [COST seconds])
# One test program a folder; each case is a ctest test of its own. Those with the highest COST, that of a slow case, start
# first where ctest knows no times yet, so that no long one is left for the end.
function(kith_test name)
  cmake_parse_arguments(ARG "" "COST" "SOURCES;USES;LIBRARIES" ${ARGN})
  if(NOT ARG_COST)
    set(ARG_COST 0)
  endif()
  if(NOT KITH_BUILD_TESTS)
    return()
  endif()
  add_executable(kith_${name}_test ${ARG_SOURCES})
  list(TRANSFORM ARG_USES PREPEND kith_)
  target_link_libraries(kith_${name}_test PRIVATE kith_options ${ARG_USES} ${ARG_LIBRARIES}
    GTest::gmock GTest::gtest_main)
  target_compile_definitions(kith_${name}_test PRIVATE KITH_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    KITH_BINARY_DIR="${PROJECT_BINARY_DIR}")
  # Half of a build is the tests, and what they do themselves takes no time.
  target_compile_options(kith_${name}_test PRIVATE -O0 ${KITH_PCH_OPTIONS})
  target_precompile_headers(kith_${name}_test REUSE_FROM kith_test_prelude)
  gtest_discover_tests(kith_${name}_test TEST_PREFIX "${name}:" DISCOVERY_TIMEOUT 60
    PROPERTIES TIMEOUT 300 LABELS ${name} COST ${ARG_COST})
endfunction()
