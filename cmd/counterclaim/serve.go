package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"github.com/counterclaim/counterclaim/api"
	"github.com/counterclaim/counterclaim/api/auth"
	"github.com/counterclaim/counterclaim/claims"
	"github.com/counterclaim/counterclaim/claims/collect"
	"github.com/counterclaim/counterclaim/claims/relate"
	"github.com/counterclaim/counterclaim/claims/store"
	"github.com/counterclaim/counterclaim/claims/worker"
	"github.com/counterclaim/counterclaim/cmd/counterclaim/sample"
	"github.com/counterclaim/counterclaim/frontend"
)

// signInFor is how long the link printed at the start can be used.
const signInFor = 24 * time.Hour

func serveCommand(io streams) *cobra.Command {
	var where place
	var address, public string
	var noSample bool
	var judging judging
	command := &cobra.Command{
		Use:   "serve",
		Short: "Start the desk: pages, API and the worker",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			judge, err := judging.load()
			if err != nil {
				return err
			}
			s := server{io: io, judge: judge, place: where, address: address, sample: !noSample, log: logger(io, slog.LevelWarn)}
			if public != "" {
				if err := claims.CheckURL("--url", public); err != nil {
					return usageError{err}
				}
				s.public = strings.TrimRight(public, "/")
			}
			return s.run(c.Context())
		},
	}
	where.flags(command)
	judging.flag(command)
	command.Flags().StringVar(&address, "addr", envOr("COUNTERCLAIM_ADDR", "127.0.0.1:8080"), "address to listen on")
	command.Flags().StringVar(&public, "url", "", "where people reach the server, if not at --addr: https://desk.example behind a proxy")
	command.Flags().BoolVar(&noSample, "no-sample", false, "start a new archive empty, without the sample articles")
	return command
}

// server is one run of the serve command.
type server struct {
	io      streams
	judge   relate.Judge // nil: off
	place   place
	address string
	public  string // where people reach the server, without a slash at the end; empty: at the address
	sample  bool
	log     *slog.Logger
}

// run serves until the context ends.
func (s server) run(ctx context.Context) error {
	unlock, err := lockData(s.place.data)
	if err != nil {
		return err
	}
	defer unlock()
	listener, err := net.Listen("tcp", s.address)
	if err != nil {
		return fmt.Errorf("listening on %s: %w; choose another address with --addr", s.address, err)
	}
	defer listener.Close()
	archive, err := s.place.open(ctx, s.log)
	if err != nil {
		return err
	}
	defer archive.Close()
	keeper, err := owner(ctx, archive)
	if err != nil {
		return err
	}
	reader := newReader()
	desk := worker.New(archive, reader, worker.Line{Engine: version, Judge: s.judge}, worker.Options{Log: s.log})
	if s.sample {
		if err := s.firstStart(ctx, archive, keeper, reader, desk); err != nil {
			return err
		}
	}
	if err := s.printLink(ctx, archive, keeper, listener.Addr()); err != nil {
		return err
	}
	return s.serve(ctx, listener, archive, reader, desk)
}

// firstStart reads the sample into an archive that holds no article yet, or
// goes on where an earlier start was cut short.
func (s server) firstStart(ctx context.Context, archive *store.Store, keeper claims.User, reader *collect.Reader, desk *worker.Worker) error {
	empty, err := archive.Empty(ctx)
	if err != nil {
		return err
	}
	// The mark says that a first start was cut short: the next one goes on.
	mark := filepath.Join(s.place.data, "sample-unfinished")
	if _, missing := os.Stat(mark); !empty && errors.Is(missing, fs.ErrNotExist) {
		return nil
	}
	if err := os.WriteFile(mark, nil, 0o600); err != nil {
		return fmt.Errorf("beginning with the sample: %w", err)
	}
	items, err := sample.Items()
	if err != nil {
		return err
	}
	for _, item := range items {
		now := time.Now()
		article, err := reader.Read(ctx, item.Name, "text/plain; charset=utf-8", item.Data, item.Head, now)
		if err != nil {
			return fmt.Errorf("reading the sample %s: %w", item.Name, err)
		}
		act := claims.Act{Actor: keeper.ID, At: now, Reason: "sample of the first start"}
		if _, _, err := archive.AddArticle(ctx, act, article); err != nil && claims.KindOf(err) != claims.Exists {
			return fmt.Errorf("storing the sample %s: %w", item.Name, err)
		}
	}
	for range items { // what is left to compare in depth comes after them, while people look around
		if _, _, err := desk.Once(ctx); err != nil {
			return err
		}
	}
	return os.Remove(mark)
}

// printLink makes the link that signs the owner in. The token stands in the
// fragment, which a browser neither sends nor logs.
func (s server) printLink(ctx context.Context, archive *store.Store, keeper claims.User, at net.Addr) error {
	secret, hash, err := auth.NewSecret(rand.Reader)
	if err != nil {
		return err
	}
	now := time.Now()
	if err := archive.CreateSignIn(ctx, keeper.ID, hash, now, now.Add(signInFor)); err != nil {
		return err
	}
	base := s.public
	if base == "" {
		base = "http://" + reachable(at)
	}
	fmt.Fprintf(s.io.out, "Open %s/#/signin/%s\n", base, secret)
	return nil
}

// reachable turns the address listened on into one that a browser can open.
func reachable(at net.Addr) string {
	host, port, err := net.SplitHostPort(at.String())
	if err != nil {
		return at.String()
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	return net.JoinHostPort(host, port)
}

// hosts are the names under which the server may be asked for.
func (s server) hosts() []string {
	names := hostOf(s.address)
	if u, err := url.Parse(s.public); err == nil && u.Hostname() != "" {
		names = append(names, u.Hostname())
	}
	return names
}

// hostOf gives the name in an address to listen on, under which people then
// ask for the server; none where it is empty.
func hostOf(address string) []string {
	host, _, err := net.SplitHostPort(address)
	if err != nil || host == "" {
		return nil
	}
	return []string{host}
}

// serve answers requests and works until the context ends, then lets what is
// in hand finish.
func (s server) serve(ctx context.Context, listener net.Listener, archive *store.Store, reader *collect.Reader, desk *worker.Worker) error {
	web := &http.Server{
		Handler: api.New(api.Config{
			Archive: archive, Reader: reader, Comparer: worker.Comparer{Archive: archive, Judge: s.judge}, Asker: worker.Asker{Archive: archive},
			Pages: frontend.Pages(), Version: version, Now: time.Now, Log: s.log, Random: rand.Reader, Hosts: s.hosts(),
			Secure: strings.HasPrefix(s.public, "https://"),
		}),
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       2 * time.Minute,
		WriteTimeout:      2 * time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
	}
	working, stopWorking := context.WithCancel(ctx)
	defer stopWorking()
	var work sync.WaitGroup
	work.Go(func() { desk.Run(working) })

	failed := make(chan error, 1)
	go func() { failed <- web.Serve(listener) }()
	var err error
	select {
	case err = <-failed:
	case <-ctx.Done():
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
		err = web.Shutdown(grace)
		cancel()
	}
	stopWorking()
	work.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}
