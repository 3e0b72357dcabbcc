#ifndef WIREDESK_CZSTD_H
#define WIREDESK_CZSTD_H
#include <zstd.h>
#endif
