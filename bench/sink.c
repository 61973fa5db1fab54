/* A Bot API that takes sendMessage: answers each POST with a message of realistic size, after a delay if one is asked.
   cc -O2 -o sink sink.c && ./sink PORT DELAY_MS     GET /count tells how many messages came in. One thread, epoll. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define ROOM 16384
#define MOST 8192 /* connections */

struct peer { int len; long due; int owed; char in[ROOM]; };
static struct peer *peers[MOST * 2];
static long messages, delay_ms;
static int queue[MOST * 2], head, tail; /* peers that wait for their answer, in order: every delay is the same */

static long now_us(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000000L + t.tv_nsec / 1000;
}

static void drop(int fd) {
    close(fd);
    free(peers[fd]);
    peers[fd] = NULL;
}

static void say(int fd, const char *body, int length) {
    char out[1024];
    int n = snprintf(out, sizeof out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n", length);
    memcpy(out + n, body, length);
    if (send(fd, out, n + length, MSG_NOSIGNAL) < 0) drop(fd);
}

static void answer(int fd) {
    char body[600];
    int n = snprintf(body, sizeof body,
        "{\"ok\":true,\"result\":{\"message_id\":%ld,\"from\":{\"id\":123456,\"is_bot\":true,\"first_name\":\"Kansenbode\","
        "\"username\":\"waterdam_bot\"},\"chat\":{\"id\":%ld,\"first_name\":\"Fatma\",\"type\":\"private\"},\"date\":1795780000,"
        "\"text\":\"Hoi! De gemeente zoekt mensen die willen meedoen met het plantsoen in de Lindenstraat. Reageren kan nog.\"}}",
        messages, messages);
    say(fd, body, n);
}

/* Take one whole request out of what came in; 1 where there was one. */
static int take(int fd) {
    struct peer *p = peers[fd];
    p->in[p->len] = 0;
    char *end = strstr(p->in, "\r\n\r\n");
    if (!end) return 0;
    long body = 0;
    for (char *line = p->in; line < end; line = strstr(line, "\r\n") + 2)
        if (!strncasecmp(line, "content-length:", 15)) body = atol(line + 15);
    long whole = end + 4 - p->in + body;
    if (p->len < whole) return 0;
    int post = p->in[0] == 'P';
    memmove(p->in, p->in + whole, p->len - whole);
    p->len -= whole;
    if (!post) {
        char said[32];
        say(fd, said, snprintf(said, sizeof said, "%ld", messages));
        return peers[fd] != NULL;
    }
    messages++;
    if (!delay_ms) answer(fd);
    else {
        p->due = now_us() + delay_ms * 1000;
        p->owed = 1;
        queue[tail] = fd;
        tail = (tail + 1) % (MOST * 2);
    }
    return peers[fd] != NULL && !delay_ms;
}

int main(int argc, char **argv) {
    int port = atoi(argv[1]), one = 1, listening = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), epoll = epoll_create1(0);
    delay_ms = argc > 2 ? atol(argv[2]) : 0;
    signal(SIGPIPE, SIG_IGN);
    setsockopt(listening, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    if (bind(listening, (void *)&at, sizeof at) || listen(listening, 4096)) return perror("sink"), 1;
    struct epoll_event ev = {.events = EPOLLIN, .data.fd = listening}, found[512];
    epoll_ctl(epoll, EPOLL_CTL_ADD, listening, &ev);
    for (;;) {
        int n = epoll_wait(epoll, found, 512, head != tail ? 1 : 1000);
        for (int i = 0; i < n; i++) {
            int fd = found[i].data.fd;
            if (fd == listening) {
                for (int new; (new = accept4(listening, NULL, NULL, SOCK_NONBLOCK)) >= 0;) {
                    if (new >= MOST * 2) { close(new); continue; }
                    setsockopt(new, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
                    peers[new] = calloc(1, sizeof(struct peer));
                    ev.data.fd = new;
                    epoll_ctl(epoll, EPOLL_CTL_ADD, new, &ev);
                }
                continue;
            }
            struct peer *p = peers[fd];
            if (!p) continue;
            int got = recv(fd, p->in + p->len, ROOM - 1 - p->len, 0);
            if (got <= 0) { if (got == 0 || errno != EAGAIN) drop(fd); continue; }
            p->len += got;
            while (peers[fd] && take(fd));
        }
        for (long now = now_us(); head != tail; head = (head + 1) % (MOST * 2)) {
            int fd = queue[head];
            if (peers[fd] && peers[fd]->owed && peers[fd]->due > now) break;
            if (peers[fd] && peers[fd]->owed) { peers[fd]->owed = 0; answer(fd); }
        }
    }
}
