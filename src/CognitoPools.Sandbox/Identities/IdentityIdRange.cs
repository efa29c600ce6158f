using System.Collections;

namespace CognitoPools.Sandbox.Identities;

/// <summary>The ids of identities at consecutive positions. They are computed when they are read, so that they require no
/// memory.</summary>
internal sealed class IdentityIdRange(int first, int count, Func<int, string> idAt) : IReadOnlyList<string>
{
    public int Count => count;

    public string this[int index] =>
        index >= 0 && index < count ? idAt(first + index) : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<string> GetEnumerator() => Enumerable.Range(first, count).Select(idAt).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
