import { Button, Drawer, Grid, Layout, Menu } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import { Link, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { LeaveQuestion } from '../components/guard.tsx';
import { useWords } from '../i18n/words.ts';
import { useSession } from '../session/use-session.ts';
import { Account } from './account.tsx';
import { ChooseJurisdiction } from './choose-jurisdiction.tsx';
import { DiskFull } from './disk-full.tsx';
import { NoChannel } from './no-channel.tsx';
import { menuOf } from './menu.tsx';
import { Playing } from './playing.tsx';
import { WhyDrawer } from '../features/duties/why-drawer.tsx';

/** Header, menu of the role, page. On a phone the menu is a drawer. */
export function Shell(): ReactElement {
  const words = useWords();
  const wide = Grid.useBreakpoint().md ?? true;
  const { role, jurisdiction, own } = useSession();
  const loading = useNavigation().state === 'loading';
  const mustChoose = role === 'superior' && jurisdiction === own;
  return (
    <Layout className="shell">
      <a className="skip" href="#main">
        {words.shell.skip}
      </a>
      <Layout.Header className="top">
        {wide ? null : <NarrowMenu />}
        <Link to="/" className="product">
          {words.product}
        </Link>
        <Account wide={wide} />
      </Layout.Header>
      <Layout>
        {wide ? (
          <Layout.Sider width={168} className="side">
            <Pages />
          </Layout.Sider>
        ) : null}
        <div className="content">
          <Playing />
          <DiskFull />
          <NoChannel />
          <main id="main" tabIndex={-1} className="page" aria-busy={loading}>
            {mustChoose ? <ChooseJurisdiction /> : <Outlet key={jurisdiction} />}
          </main>
          <footer className="foot">{words.shell.footer}</footer>
        </div>
      </Layout>
      <WhyDrawer />
      <LeaveQuestion />
      <ScrollRestoration />
    </Layout>
  );
}

function Pages(): ReactElement {
  const words = useWords();
  const { role } = useSession();
  const { pathname } = useLocation();
  const shown = menuOf(role);
  const present = shown.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  return (
    <nav aria-label={words.shell.pages}>
      <Menu
        mode="inline"
        className="menu"
        selectedKeys={present ? [present.path] : []}
        items={shown.map(({ path, name }) => ({
          key: path,
          label: <Link to={path}>{words.menu[name]}</Link>,
        }))}
      />
    </nav>
  );
}

function NarrowMenu(): ReactElement {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  useEffect(() => setOpen(false), [pathname]);
  return (
    <>
      <Button
        type="text"
        className="on-top"
        aria-label={words.shell.open}
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        ☰
      </Button>
      <Drawer
        open={open}
        placement="left"
        size={240}
        title={words.shell.pages}
        onClose={() => setOpen(false)}
        styles={{ body: { padding: 0 } }}
      >
        <Pages />
      </Drawer>
    </>
  );
}
