namespace CognitoPools;

/// <summary>
/// A row of the table of settings, which are those of <see cref="IdentityPool.Settings"/> and
/// <see cref="PoolIdentityProvider.Settings"/>.
/// The table drives the difference of two pools, the merge with somebody else's edit and the reports of replaced and lost edits.
/// </summary>
/// <typeparam name="TOwner">What has the setting: a pool or a provider.</typeparam>
internal abstract class Setting<TOwner>(string name, PoolCall writtenBy)
{
    public string Name { get; } = name;

    public PoolCall WrittenBy { get; } = writtenBy;

    /// <summary>Whether the other settings of the call depend on this one, so that a changed value needs its own set of
    /// them.</summary>
    public bool Governs { get; init; }

    /// <summary>Whether an owner can have the setting.</summary>
    public Func<TOwner, bool> AppliesTo { get; init; } = _ => true;

    /// <summary>The text before the value when the settings of a call are shown in one line.</summary>
    public string Separator { get; init; } = ", ";

    public abstract Type ValueType { get; }

    public abstract bool Same(TOwner one, TOwner other);

    /// <summary>The second one with the setting of the first.</summary>
    public abstract TOwner Copy(TOwner from, TOwner to);

    /// <summary>The value.</summary>
    public abstract object? Read(TOwner owner);

    /// <summary>The owner with a value of the <see cref="ValueType"/>.</summary>
    public abstract TOwner Write(TOwner owner, object? value);

    /// <summary>The value as users see it; empty when there is none.</summary>
    public abstract string Show(TOwner owner);

    /// <summary>The change as 'setting: old -> new'.</summary>
    public string Change(TOwner before, TOwner after) => $"{Name}: {OrNone(Show(before))} -> {OrNone(Show(after))}";

    private static string OrNone(string value) => value.Length > 0 ? value : "(none)";
}

/// <summary>A setting with the type of its value.</summary>
internal sealed class Setting<TOwner, TValue>(
    string name,
    PoolCall writtenBy,
    Func<TOwner, TValue> read,
    Func<TOwner, TValue, TOwner> write) : Setting<TOwner>(name, writtenBy)
{
    public Func<TOwner, string?> Shown { get; init; } = owner => read(owner)?.ToString();

    public Func<TValue, TValue, bool> AreSame { get; init; } = EqualityComparer<TValue>.Default.Equals;

    public override Type ValueType => typeof(TValue);

    public override bool Same(TOwner one, TOwner other) => AreSame(read(one), read(other));

    public override TOwner Copy(TOwner from, TOwner to) => write(to, read(from));

    public override object? Read(TOwner owner) => read(owner);

    public override TOwner Write(TOwner owner, object? value) => write(owner, (TValue)value!);

    public override string Show(TOwner owner) => Shown(owner) ?? "";
}

internal static class SettingTable
{
    /// <summary>The settings that a call writes.</summary>
    public static IEnumerable<Setting<TOwner>> WrittenBy<TOwner>(this IEnumerable<Setting<TOwner>> settings, PoolCall call) =>
        settings.Where(setting => setting.WrittenBy == call);

    /// <summary>Whether two have the same values of all the settings.</summary>
    public static bool AreSame<TOwner>(this IEnumerable<Setting<TOwner>> settings, TOwner one, TOwner other) =>
        settings.All(setting => setting.Same(one, other));

    /// <summary>The second one with the settings of the first.</summary>
    public static TOwner Copy<TOwner>(this IEnumerable<Setting<TOwner>> settings, TOwner from, TOwner to) =>
        settings.Aggregate(to, (copy, setting) => setting.Copy(from, copy));
}
