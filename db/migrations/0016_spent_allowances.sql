-- What callers have spent of their allowance in a minute, summed up over all processes. A crash forgets it, which harms nobody.
create unlogged table http.spent (
  spender text not null,
  opened_at timestamptz not null,
  requests int not null,
  primary key (opened_at, spender)
);
grant select, insert, update, delete on http.spent to frontdesk_app;
