namespace CognitoPools.Sandbox.Identities;

/// <summary>Maps logins to the identities of a pool. Only identities that were used to sign in require memory
/// here.</summary>
internal sealed class LoginLinks
{
    private readonly Dictionary<Login, int> owners = [];
    private readonly Dictionary<int, List<LinkedLogin>> links = [];
    private long lastNumber;

    /// <summary>Creates an independent copy.</summary>
    public LoginLinks Clone()
    {
        var clone = new LoginLinks { lastNumber = lastNumber };
        foreach (var owner in owners)
            clone.owners.Add(owner.Key, owner.Value);
        foreach (var list in links)
            clone.links.Add(list.Key, [.. list.Value]);
        return clone;
    }

    /// <summary>The position of the identity that has a login, or null.</summary>
    public int? OwnerOf(Login login) => owners.TryGetValue(login, out var position) ? position : null;

    /// <summary>The logins of an identity in the order in which they were linked.</summary>
    public IReadOnlyList<LinkedLogin> Of(int position) => links.TryGetValue(position, out var list) ? list : [];

    /// <summary>Links a login to an identity and unlinks it from any other.</summary>
    public void Set(int position, Login login)
    {
        Remove(login);
        owners[login] = position;
        if (!links.TryGetValue(position, out var list))
            links[position] = list = [];
        list.Add(new LinkedLogin(++lastNumber, login));
    }

    public void Remove(Login login)
    {
        if (OwnerOf(login) is not { } position)
            return;
        owners.Remove(login);
        var list = links[position];
        list.RemoveAll(link => link.Login == login);
        if (list.Count == 0)
            links.Remove(position);
    }

    /// <summary>Unlinks all logins of an identity.</summary>
    public void Clear(int position)
    {
        foreach (var link in Of(position))
            owners.Remove(link.Login);
        links.Remove(position);
    }
}
