namespace CognitoPools.Binding;

/// <summary>One member of an enumeration as the value of a parameter.</summary>
/// <remarks>The engine completes a parameter of an enumeration by itself, before any completer, and does not explain the
/// members. It does not know this type, so it uses the parameter's completer.</remarks>
/// <typeparam name="T">The enumeration.</typeparam>
/// <param name="value">The member.</param>
public readonly struct Choice<T>(T value) : IEquatable<Choice<T>>
    where T : struct, Enum
{
    /// <summary>The member.</summary>
    public T Value { get; } = value;

    /// <summary>The member of a choice.</summary>
    /// <param name="choice">The choice.</param>
    public static implicit operator T(Choice<T> choice) => choice.Value;

    /// <summary>The choice of a member.</summary>
    /// <param name="value">The member.</param>
    public static implicit operator Choice<T>(T value) => new(value);

    /// <summary>Whether two choose the same member.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Choice<T> left, Choice<T> right) => left.Equals(right);

    /// <summary>Whether two choose different members.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Choice<T> left, Choice<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Choice<T> other) => EqualityComparer<T>.Default.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Choice<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
