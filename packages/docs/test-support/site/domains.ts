import { type MadePage, page } from './made-page.ts';

const fault = (what: string, text: string, at: string): MadePage =>
  page(what, text, `docs/undefined-object ${at}`);

/** Objects of other languages that no page describes. */
export const DOMAIN_FAULTS: readonly MadePage[] = [
  fault(':c:func: to nothing', ':c:func:`nowhere_c()`', '1:10'),
  fault(':c:type: to nothing', 'A :c:type:`nowhere_t`.', '1:12'),
  fault(':c:macro: with a title', ':c:macro:`text <NOWHERE_C>`', '1:17'),
  fault(
    ':c:member: to another member',
    '.. c:struct:: d_box\n\n   .. c:member:: int d_size\n\n:c:member:`d_box.d_nowhere`',
    '5:12',
  ),
  fault(':c:data: to nothing', ':c:data:`~nowhere_d`', '1:11'),
  fault(':func: where C is current', '.. default-domain:: c\n\n:func:`nowhere_f`', '3:8'),
  fault(':cpp:func: to nothing', ':cpp:func:`own::nowhere()`', '1:12'),
  fault(':cpp:class: to nothing', ':cpp:class:`Nowhere`', '1:13'),
  fault(':cpp:any: to nothing', ':cpp:any:`nowhere_any`', '1:11'),
  fault(':js:func: to nothing', ':js:func:`nowhere.gone`', '1:11'),
  fault(':js:class: to nothing', ':js:class:`Nowhere`', '1:12'),
  fault(':js:mod: to nothing', ':js:mod:`nowhere.mod`', '1:10'),
  fault(':rst:dir: to nothing', ':rst:dir:`nowhere`', '1:11'),
  fault(':rst:role: to nothing', ':rst:role:`nowhere`', '1:12'),
];

/** Those that one describes. */
export const DOMAIN_CONTROLS: readonly MadePage[] = [
  page(
    'a function of C',
    '.. c:function:: int d_work(int a, ...)\n\n:c:func:`d_work` :c:func:`d_work()`',
  ),
  page(
    'a type and a macro of C',
    '.. c:type:: int d_int\n\n.. c:macro:: D_ADD(a, b)\n\n:c:type:`d_int` :c:macro:`D_ADD`',
  ),
  page(
    'a member of C',
    '.. c:struct:: d_case\n\n   .. c:member:: unsigned char d_name[4]\n\n:c:member:`d_case.d_name` :c:struct:`d_case`',
  ),
  page(
    'an enumerator of C',
    '.. c:enum:: d_enum\n\n   .. c:enumerator:: D_ONE = 1\n\n:c:enumerator:`D_ONE` :c:enum:`d_enum`',
  ),
  page(
    'a function where C is current',
    '.. default-domain:: c\n\n.. function:: void d_go(void)\n\n:func:`d_go`',
  ),
  page(
    'several signatures',
    '.. c:function:: int d_a(int x)\n   int d_b(int x)\n\n:c:func:`d_a` :c:func:`d_b`',
  ),
  page('a suppressed role of C', ':c:func:`!nowhere_c` :c:expr:`1 + 2`'),
  page(
    'a class of C++',
    '.. cpp:class:: template<typename T> DBox\n\n   .. cpp:function:: int size(int a) const\n\n:cpp:class:`DBox` :cpp:func:`DBox::size`',
  ),
  page('the library of C++', ':cpp:class:`std::vector` :cpp:func:`std::move`'),
  page(
    'a namespace of C++',
    '.. cpp:namespace:: d_space\n\n.. cpp:function:: void d_in()\n\n.. cpp:namespace:: NULL\n\n:cpp:func:`d_space::d_in` :cpp:func:`::d_space::d_in`',
  ),
  page(
    'a class of JavaScript',
    '.. js:module:: d_mod\n\n.. js:class:: Thing(a)\n\n   .. js:method:: go(b)\n\n:js:class:`d_mod.Thing` :js:meth:`d_mod.Thing.go` :js:mod:`d_mod`',
  ),
  page(
    'a function of JavaScript',
    '.. js:function:: $.d_get(href, callback[, errback])\n\n:js:func:`$.d_get()`',
  ),
  page(
    'a directive',
    '.. rst:directive:: .. d-note:: title\n\n.. rst:directive:: d-tip\n\n:rst:dir:`d-note` :rst:dir:`d-tip`',
  ),
  page('a role', '.. rst:role:: d:ref\n\n:rst:role:`d:ref`'),
];
