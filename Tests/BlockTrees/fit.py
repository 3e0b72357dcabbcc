#!/usr/bin/env python3
"""Fits the trees by which blocks of a page are judged, and writes Sources/ArticleExtraction/Body/BlockTrees.swift.

  fit.py MANIFEST [--split dev] [--program '.build/release/wiredesk-bench blocks'] [--folds 5] [--write]

MANIFEST is JSON Lines, a page a line: "id", "file" (relative to the manifest), "url", "dataset", and either "text", the
article as a person marked it, or "with" and "without", lists of pieces that belong to it and that do not. Pages of
"type" other than "article" are left out.

With --folds the pages are parted by site, and the F1 by words on the sites left out of each fit is printed. With
--write all pages are fitted and the table is written. Nothing of the pages is kept but the limits and leaves of the trees.

How: each block is labelled by aligning its words with the article's; blocks in doubt say nothing. Every page weighs
alike, its blocks by their words. LightGBM fits small trees, their limits drawn at random, on the traits that the program prints;
the second set of trees also sees what the first, fitted on the other sites, says of the neighbours (`second_look`,
which mirrors SecondLook.swift). Both count alike: the mean errs less on sites not seen than either. Needs numpy and lightgbm.
"""
import argparse, bisect, collections, json, os, re, shlex, subprocess, sys
import numpy as np
import lightgbm as lgb
from urllib.parse import urlsplit

WORD = re.compile(r'\w+', re.U)
RUN = 4
FIRST, SECOND = 140, 110
PARAMETERS = dict(
    objective='cross_entropy', learning_rate=0.08, num_leaves=16, max_depth=8, min_data_in_leaf=30, extra_trees=True,
    min_sum_hessian_in_leaf=0.35, feature_fraction=0.3, bagging_fraction=0.8, bagging_freq=1, lambda_l2=2.0,
    path_smooth=0.5, max_bin=127, verbose=-1, num_threads=1, seed=3)
# How much a page of each set weighs: the small sets of news count for more than the large ones of everything.
WEIGHT = collections.defaultdict(
    lambda: 1.0, aeb=1.6, fundus80=1.6, fundus258=1.3, readability=0.7, cleanportal=0.5)
LOOK = ('first first3Before first2Before first1Before first1After first2After first3After shapeFirst parentFirst '
        'outerFirst fiveBefore fiveAfter sinceKept untilKept keptBefore keptLetters underFirst runLength inKept').split()


def folded(text):
    return re.sub(r'\s+', ' ', text or '').strip()


def site(page):
    """The registered domain, about: pages of one site must not stand on both sides of a fold."""
    url = re.sub(r'^https?://web\.archive\.org/web/\d+\w*/', '', page.get('url') or '')
    parts = urlsplit(url if '://' in url else 'http://' + url).netloc.split(':')[0].split('.')
    if len(parts) < 2 or 'fakehost' in parts: return re.sub(r'[_\d].*', '', page['id']) + page['dataset']
    return '.'.join(parts[-3 if len(parts) > 2 and len(parts[-2]) <= 3 and len(parts[-1]) == 2 else -2:])


# --- labels

def chain(candidates, cover):
    """The heaviest chain of (place in the article, block, words) that rises in both."""
    candidates.sort(key=lambda c: (c[1], -c[0]))
    best, previous = [], []
    for index, (place, block, words) in enumerate(candidates):
        weight, link = 0, -1
        for other in range(max(0, index - 400), index):
            at, earlier, length = candidates[other]
            if earlier < block and at + length * 0.5 <= place and best[other] > weight: weight, link = best[other], other
        best.append(weight + words * cover[block]); previous.append(link)
    found, index = {}, int(np.argmax(best)) if best else -1
    while index >= 0: found[candidates[index][1]] = candidates[index][0]; index = previous[index]
    return found


def align(blocks, article):
    """For each block (a list of words) how much of it is in the article, 0-1."""
    label, cover, candidates = np.zeros(len(blocks)), np.zeros(len(blocks)), []
    places = collections.defaultdict(list)
    for start in range(len(article) - RUN + 1): places[tuple(article[start:start + RUN])].append(start)
    for index, words in enumerate(blocks):
        hits = [(s, places[tuple(words[s:s + RUN])]) for s in range(len(words) - RUN + 1) if tuple(words[s:s + RUN]) in places]
        if len(words) < RUN: continue
        cover[index] = len(hits) / (len(words) - RUN + 1)
        if cover[index] >= 0.4: candidates += [(p - hits[0][0], index, len(words)) for p in hits[0][1][:6]]
    found, used = chain(candidates, cover), np.zeros(len(article) + 1, bool)
    for index, place in found.items():
        label[index] = cover[index]; used[max(0, place):place + len(blocks[index])] = True
    # What stands elsewhere in the article than on the page, if nothing else accounts for it.
    for place, index, length in candidates:
        span = used[max(0, place):place + length]
        if index not in found and label[index] == 0 and span.size and span.mean() < 0.3:
            label[index] = cover[index]; span[:] = True
    # A text that stands on the page again says nothing there.
    known = {tuple(blocks[i]) for i in range(len(blocks)) if label[i] >= 0.4 and len(blocks[i]) >= RUN}
    again = [i for i in range(len(blocks)) if label[i] == 0 and cover[i] >= 0.8 and tuple(blocks[i]) in known]
    order = sorted(found); ends = {b: found[b] + len(blocks[b]) for b in order}
    for index, words in enumerate(blocks):
        if len(words) >= RUN or not words: continue
        i = bisect.bisect(order, index)
        low = max(0, (ends[order[i - 1]] if i else 0) - 2)
        high = min(len(article), (found[order[i]] if i < len(order) else len(article)) + 2)
        if high - low > 60 and i == 0: low = high - 60
        elif high - low > 60 and i == len(order): high = low + 60
        for place in range(low, high - len(words) + 1):
            if article[place:place + len(words)] == words and not used[place:place + len(words)].any():
                label[index] = 1; used[place:place + len(words)] = True
                break
    label[again] = np.nan
    return label if article and used[:-1].mean() > 0.6 else np.full(len(blocks), np.nan)


def mark(texts, page):
    """Labels from pieces: a piece that stands in several blocks, or is a small part of one, says nothing of them."""
    label, lines = np.full(len(texts), np.nan), [folded(t) for t in texts]
    for piece in map(folded, page['without']):
        held = [i for i, line in enumerate(lines) if piece in line]
        for i in held:
            if len(piece) >= (0.5 if len(held) > 1 else 0.1) * len(lines[i]): label[i] = 0
    for piece in map(folded, page['with']):
        held = [i for i, line in enumerate(lines) if piece in line]
        for i in held: label[i] = 1 if len(held) == 1 and np.isnan(label[i]) else np.nan
    return label


def weigh(page):
    known, base = ~np.isnan(page['label']), WEIGHT[page['set']]
    if not known.any(): return known * 0.
    if not page['aligned']: return known * 0.25 * base
    weight = np.where(known, page['words'] + 1.5, 0.)
    article = (weight * (page['label'] > .5)).sum()
    if article <= 0: return weight * 0
    weight /= article
    rest = (weight * (page['label'] <= .5)).sum()
    if rest > 2: weight = np.where(page['label'] <= .5, weight * 2 / rest, weight)
    return (weight + known * 0.5 / len(known)) * base


def load(options):
    folder, listed = os.path.dirname(os.path.abspath(options.manifest)), []
    for line in open(options.manifest, encoding='utf-8'):
        page = json.loads(line)
        if options.split in ('all', page.get('split')) and page.get('type', 'article') == 'article': listed.append(page)
    asked = ''.join(json.dumps(dict(id=str(i), file=os.path.join(folder, p['file']), url=p.get('url') or '')) + '\n'
                    for i, p in enumerate(listed))
    lines = subprocess.run(shlex.split(options.program), input=asked.encode(), capture_output=True, check=True)
    names, *answers = lines.stdout.decode().split('\n')
    names, pages = names.split(), []
    numbers = lambda rows: [[int(x) for x in row.split()] for row in rows]
    for answer in filter(None, answers):
        answer = json.loads(answer); page = listed[int(answer['id'])]; texts = answer['texts']
        if not texts: continue
        words = [WORD.findall(t) for t in texts]
        aligned = page['dataset'] != 'traf' and page.get('text') is not None
        made = dict(
            set=page['dataset'], site=site(page), aligned=aligned, words=np.array([len(w) for w in words]),
            traits=np.array(numbers(answer['traits']), dtype=np.int32), groups=np.array(numbers(answer['groups'])),
            subject=[sorted({x >> 1 & 0x7FFF for x in row}) for row in numbers(answer['words'])],
            label=align(words, WORD.findall(page['text'])) if aligned else mark(texts, page))
        made['weight'] = weigh(made); pages.append(made)
    return names, pages


# --- fitting

def second_look(page, scores, names):
    """The traits that SecondLook.swift finds, from the scores of the first look (logits)."""
    column = {n: i for i, n in enumerate(names)}
    first = np.clip(np.round(scores * 100), -600, 600).astype(int); count = len(first); kept = first > 0
    letters = np.maximum(1, page['traits'][:, column['letters']]).astype(int)
    out = {n: np.zeros(count, int) for n in LOOK}
    out['first'] = first
    for offset, name in zip((-3, -2, -1, 1, 2, 3), LOOK[1:7]):
        for i in range(count): out[name][i] = first[i + offset] if 0 <= i + offset < count else -700
    for kind, name in enumerate(('shapeFirst', 'parentFirst', 'outerFirst')):
        sums, weights, share = collections.Counter(), collections.Counter(), np.minimum(letters, 300)
        for group, score, w in zip(page['groups'][:, kind], first, share): sums[group] += int(score * w); weights[group] += int(w)
        for i, group in enumerate(page['groups'][:, kind]):
            left = weights[group] - int(share[i])
            out[name][i] = int((sums[group] - int(first[i] * share[i])) / left) if left > 0 else -650
    last, following, heading, start = -100, count + 100, -650, 0
    total = int((letters * kept).sum()); before = 0
    standing = np.zeros(1 << 15, int)
    for i in range(count):
        if kept[i]: standing[page['subject'][i]] += 1
    for i in range(count):
        back, ahead = first[max(0, i - 5):i], first[i + 1:i + 6]
        out['fiveBefore'][i] = int(back.sum() / len(back)) if len(back) else -650
        out['fiveAfter'][i] = int(ahead.sum() / len(ahead)) if len(ahead) else -650
        out['sinceKept'][i] = min(50, i - last); last = i if kept[i] else last
        j = count - 1 - i
        out['untilKept'][j] = min(50, following - j); following = j if kept[j] else following
        out['keptBefore'][i] = before * 100 // max(1, total); before += int(letters[i]) * int(kept[i])
        out['keptLetters'][i] = min(20000, total)
        out['underFirst'][i] = heading
        if page['traits'][i, column['role']] == 1: heading = first[i]
        if i + 1 == count or kept[i + 1] != kept[i]: out['runLength'][start:i + 1] = min(60, i + 1 - start); start = i + 1
        subject = page['subject'][i]
        out['inKept'][i] = int((standing[subject] > kept[i]).sum()) * 100 // len(subject) if subject else -1
    return np.stack([out[n] for n in LOOK], axis=1).astype(np.int32)


def fit(pages, key, rounds, names):
    column = {n: i for i, n in enumerate(names)}
    traits = np.concatenate([p[key] for p in pages])
    label, weight = (np.concatenate([p[k] for p in pages]) for k in ('label', 'weight'))
    use = weight > 0
    if key == 'traits':  # a third of what has no prose near it stands for all
        easy = (label < .5) & (traits[:, column['prose']] == 0) & (traits[:, column['near']] == 0)
        left = easy & (np.random.RandomState(1).rand(len(label)) < 2 / 3)
        weight = np.where(easy, weight * 3, weight); use &= ~left
    weight = weight[use] / weight[use].mean() * 0.35
    data = lgb.Dataset(traits[use], label[use], weight=weight, params=dict(max_bin=127, verbose=-1))
    return lgb.train(PARAMETERS, data, rounds)


def folds(pages, count):
    sites = sorted({p['site'] for p in pages}); np.random.RandomState(0).shuffle(sites)
    number = {s: i % count for i, s in enumerate(sites)}
    return [number[p['site']] for p in pages]


def left_out(pages, key, rounds, names, parts):
    """For each page the scores of trees that were fitted without its site."""
    scores = [None] * len(pages)
    for part in sorted(set(parts)):
        trees = fit([p for p, f in zip(pages, parts) if f != part], key, rounds, names)
        for i, page in enumerate(pages):
            if parts[i] == part: scores[i] = trees.predict(page[key], raw_score=True)
    return scores


def report(title, pages, scores):
    """F1 by words of each set, the mean of its pages."""
    by_set = collections.defaultdict(list)
    for page, score in zip(pages, scores):
        known = ~np.isnan(page['label']); words = page['words'] * known; label = np.nan_to_num(page['label']); kept = score > 0
        right = (words * label * kept).sum()
        by_set[page['set']].append(2 * right / max(1, (words * kept).sum() + (words * label).sum()))
    print(title, '  '.join(f'{name} {np.mean(values):.4f}' for name, values in sorted(by_set.items())), flush=True)


# --- the table

def table(trees, names):
    lines = []
    def walk(node, words):
        if 'leaf_value' in node: words.append(str(round(node['leaf_value'] * 1000))); return
        words.append(f"{names[node['split_feature']]}<{int(np.floor(node['threshold'])) + 1}")
        walk(node['left_child'], words); walk(node['right_child'], words)
    for tree in trees.dump_model()['tree_info']:
        words = []; walk(tree['tree_structure'], words); line = ''
        for word in words:
            if len(line) + len(word) + 1 > 108: lines.append(line); line = ''
            line += (' ' if line else '') + word
        lines.append(line)
    return '\n'.join('            ' + line for line in lines)


HEAD = '''/// The trees by which blocks are judged. Version 2, written by `Tests/BlockTrees/fit.py`, which says how; to be changed
/// by fitting alone. Fitted to the blocks of the public benchmarks' development halves.
enum BlockTrees {
    /// By the block itself and its place in the page.
    static let first = DecisionTrees(
        """
%s
        """)

    /// By that and by what the first trees say of the blocks around it.
    static let second = DecisionTrees(
        """
%s
        """)
}
'''


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('manifest'); parser.add_argument('--split', default='all')
    parser.add_argument('--program', default='.build/release/wiredesk-bench blocks')
    parser.add_argument('--folds', type=int, default=5); parser.add_argument('--write', action='store_true')
    options = parser.parse_args()
    names, pages = load(options)
    print(len(pages), 'pages,', sum(len(p['label']) for p in pages), 'blocks', flush=True)
    parts = folds(pages, options.folds)
    first = left_out(pages, 'traits', FIRST, names, parts)
    report('first look, sites left out: ', pages, first)
    for page, scores in zip(pages, first): page['both'] = np.hstack([page['traits'], second_look(page, scores, names)])
    if options.write: write(pages, names)
    second = left_out(pages, 'both', SECOND, names, parts)
    report('second look, sites left out:', pages, second)
    report('both, sites left out:       ', pages, [(a + b) / 2 for a, b in zip(first, second)])


def write(pages, names):
    tables = [table(fit(pages, 'traits', FIRST, names), names), table(fit(pages, 'both', SECOND, names), names + LOOK)]
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../Sources/ArticleExtraction/Body/BlockTrees.swift')
    open(path, 'w', encoding='utf-8').write(HEAD % tuple(tables))


if __name__ == '__main__': main()
