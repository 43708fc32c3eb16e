"""Cheap kernels: one warm template process, and kernels forked from it. Linux only; elsewhere ordinary kernels serve.

    jupyter_client ─▶ provisioner.py ─▶ nursery.py ══socket══▶ template.py ─fork▶ child.py (one kernel)

provisioner.py   the KernelProvisioner `leads-fork`, for Voilà, JupyterLab, nbclient and nbval alike
nursery.py       keeps a template, replaces it when it died or the code changed; kernels ahead of who asks
handle.py        the hold of this process on a template and on each of its kernels
template.py      the warm process: imports everything, makes one chart, then only forks, signals and buries
preload.py       what is imported and done once instead of in every kernel
gaps.py          no room between old objects, where new ones would copy pages that are shared
child.py         what a fork does to become a kernel: boot, wait for an identity, serve
wire.py          messages between them, and file descriptors
linux.py         the three system calls that Python lacks

How nothing is left behind: the server's end of the socket closes when it dies, however it dies; the template then
ends; and the kernel of Linux kills whoever it forked (`PR_SET_PDEATHSIG`).

How no kernel is ever doubled: a fork is nobody until it has been handed its environment over a socket of its own.
One that nobody hands anything ends itself, so an ordinary kernel may safely be started in its place.

Start no thread, loop, database connection or V8 in `preload.py`: they do not survive a fork.
"""
