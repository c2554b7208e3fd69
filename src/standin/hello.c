/* A stand-in for the hello-world image, where the real one cannot be pulled. The words are our own. */
#include <string.h>
#include <unistd.h>

static const char text[] =
    "\n"
    "Hello from Docker!\n"
    "If you can read this, your Docker installation works. This is what has just happened:\n"
    "\n"
    " 1. The docker command, a client, sent your request to the Docker daemon.\n"
    " 2. The daemon had no image called \"hello-world\", so it took it from a registry:\n"
    "    here, from the classroom's mirror of Docker Hub. Next time it has the image.\n"
    " 3. From that image the daemon made a new container, and ran the program in it.\n"
    "    That program has written this text, and has ended; so the container has ended, too.\n"
    " 4. The daemon streamed the program's output to the client, which put it on your terminal.\n"
    "\n"
    "Something bigger to try: a shell in a container of its own.\n"
    " $ docker run -it busybox sh\n"
    "\n";

int main(void)
{
    size_t length = sizeof text - 1;
    return write(STDOUT_FILENO, text, length) == (ssize_t) length ? 0 : 1;
}
