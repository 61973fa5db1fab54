# Türkçe yazanları karşılayan metinler. Ana dili Türkçe olan biri okumalıdır.

abroad-choose = Merhaba! Burada şu dilleri konuşuyorum: { $spoken }. Hangisini istersiniz? Belki bir görevli size kendi dilinizde yardımcı olabilir.
abroad-stopped = Tamam, durdurdum. Size artık mesaj göndermiyoruz, başvurunuz hakkında bile. İlk düğme: yalnızca kendi başvurunuzla ilgili haberler. İkinci düğme: hiçbir mesaj.
abroad-interest = Tamam. Size yalnızca kendi başvurunuzla ilgili haber veririz.
abroad-nothing = Tamam. Siz bize yeniden yazana kadar size hiçbir şey göndermeyiz.
abroad-forget = Verilerinizi silmemi ister misiniz? O zaman mesajlarınızı, adınızı ve size ulaşmamızı sağlayan bilgileri her kanaldan silerim. Bu geri alınamaz. Açık başvurularınız da düşer. İlk düğme: evet, hepsini sil. Son düğme: hayır, kalsın.
abroad-forgotten = Verileriniz silindi. Artık kimse göremez, kim olduğunuzu da bilmiyoruz. Bir gün içinde diskten de silinir. Yalnızca yedeklerde kalır; onları da zamanı gelince yok ederiz. Teşekkür ederiz!
abroad-kept = Tamam, hiçbir şey silmiyorum.
abroad-human = Bir görevliye yazabilirsiniz, kendi dilinizde de olur. Mesajınızı yalnızca belediye okur.
abroad-sent = Mesajınız gönderildi. Bir görevli size burada cevap verecek, en geç { $answer_by }.
