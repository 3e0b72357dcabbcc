import Markup

/// Blocks that repeat across pages of one host, learnt from the pages that this node has seen.
package struct SiteFurniture: Sendable, Equatable {
    package init() {}
}
